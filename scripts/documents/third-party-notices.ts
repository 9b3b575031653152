import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** What is bundled into the package, and therefore shipped with its licence. */
const BUNDLED = ['src/cli/main.ts', 'src/analyzer/stop-analyzer.lambda.ts'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** The names, versions and licences of all packages whose code is inside the two bundles; packages with one licence text share it. */
export function thirdPartyNotices(): string {
  const packages = packagesInside(BUNDLED).map(folder => ({ heading: headingOf(folder), text: licenceText(folder) }));
  const texts = [...new Set(packages.map(({ text }) => text))];
  return [
    '# Third-party notices',
    '',
    '<!-- Generated from the code by `npx projen docs`. Do not edit. -->',
    '',
    'The command line and the analyzer\'s function are bundles that contain code of these packages.',
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

function headingOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  return `${name} ${version} (${license ?? 'see below'})`;
}

/** A package without a file of its own says its licence in its manifest. */
function licenceText(folder: string): string {
  const file = readdirSync(folder).sort().find(entry => /^licen[cs]e(?:\.|$)/i.test(entry));
  const notice = join(folder, 'NOTICE');
  return [
    ...file === undefined ? ['(the package contains no licence text)'] : [readText(join(folder, file))],
    ...existsSync(notice) ? [readText(notice)] : [],
  ].join('\n\n');
}

/** With the line ends that git gives the generated file. */
const readText = (file: string): string => readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').trim();
