import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** What is bundled into the package, and therefore shipped with its license: one task of the build for each. */
const BUNDLED = Object.keys((JSON.parse(readFileSync('.projen/tasks.json', 'utf8')) as { readonly tasks: Readonly<Record<string, unknown>> }).tasks)
  .flatMap(name => /^bundle:(?!.*:watch$)(.+)$/.exec(name)?.[1] ?? []).map(name => `src/${name}.ts`);

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** The names, versions and licenses of all packages whose code is inside the bundles; packages with one license text share it. */
export function thirdPartyNotices(): string {
  const folders = packagesInside(BUNDLED);
  const packages = folders.map(folder => ({ heading: headingOf(folder), text: licenceText(folder) ?? licenceOfItsFamily(folder, folders) }));
  const texts = [...new Set(packages.map(({ text }) => text))];
  return [
    '# Third-party notices',
    '',
    '<!-- Generated from the code by `npx projen docs`. Do not edit. -->',
    '',
    'The command line, and the functions of the analyzer, of its widget and of jobs before deployments, are bundles that contain code of these packages.',
    '',
    ...texts.flatMap(text => [...packages.filter(one => one.text === text).map(({ heading }) => `- ${heading}`), '', '```text', text, '```', '']),
  ].join('\n');
}

function packagesInside(entryPoints: readonly string[]): readonly string[] {
  const { metafile } = buildSync({
    entryPoints: [...entryPoints],
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    // A peer dependency, which stays outside of the bundle.
    external: ['aws-cdk-lib'],
    outdir: 'unwritten',
    write: false,
    metafile: true,
  });
  const folders = Object.keys(metafile.inputs).map(file => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  return [...new Set(folders.filter(folder => folder !== undefined))].sort();
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

function headingOf(folder: string): string {
  const { name, version, license } = manifestOf(folder);
  return `${name} ${version} (${license ?? 'see below'})`;
}

/** A package that says its license in its manifest alone is given the text of another one of the same publisher and license. */
function licenceOfItsFamily(folder: string, folders: readonly string[]): string {
  const family = (of: string): string => `${manifestOf(of).name.split('/')[0]} ${String(manifestOf(of).license)}`;
  const text = folders.filter(other => family(other) === family(folder)).map(licenceText).find(found => found !== undefined);
  if (text === undefined) throw new Error(`'${folder}' has no license text, and no package of its publisher has one: write down where it stands`);
  return text;
}

function licenceText(folder: string): string | undefined {
  const file = readdirSync(folder).sort().find(entry => /^licen[cs]e(?:\.|$)/i.test(entry));
  const notice = join(folder, 'NOTICE');
  return file === undefined ? undefined : [readText(join(folder, file)), ...existsSync(notice) ? [readText(notice)] : []].join('\n\n');
}

/** With the line ends that git gives the generated file. */
const readText = (file: string): string => readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').trim();
