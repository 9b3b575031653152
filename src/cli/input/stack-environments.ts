import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Environment } from '../../facts/template/source/environment';
import type { TemplateSource } from '../../facts/template/source/template-source';

/** A template that was read from a file. */
type FromFile = TemplateSource & { readonly file: string };

/** What a CDK app says of a stack beside its template. */
interface Deployment {
  readonly name: string;
  readonly environment: Environment;
}

/** The templates with the names and environments that a CDK app gives them; a nested stack is deployed where the one around it is. */
export function inTheirEnvironments(sources: readonly FromFile[]): readonly TemplateSource[] {
  const named = deploymentsBeside(sources.map(({ file }) => file));
  const byStack = new Map(sources.map(source => [source.stack, source]));
  const environmentOf = ({ file, nestedIn }: FromFile): Environment | undefined => {
    const parent = nestedIn && byStack.get(nestedIn.stack);
    return named.get(resolve(file))?.environment ?? (parent && environmentOf(parent));
  };
  return sources.map(source => ({ ...source, name: named.get(resolve(source.file))?.name, environment: environmentOf(source) }));
}

/** By the files of the templates; one without a manifest is judged all the same, and so is one beside a file that only has its name. */
const deploymentsBeside = (templates: readonly string[]): ReadonlyMap<string, Deployment> =>
  new Map([...new Set(templates.map(template => dirname(resolve(template))))].flatMap(readManifest));

function readManifest(folder: string): readonly (readonly [template: string, deployment: Deployment])[] {
  return Object.entries(artifactsIn(folder)).flatMap(([id, artifact]) => {
    const [template, name] = ['templateFile', 'stackName'].map(property => partOf(partOf(artifact, 'properties'), property));
    const environment = partOf(artifact, 'environment');
    if (typeof template !== 'string' || typeof environment !== 'string') return [];
    // The CDK leaves out the name of a stack that is the same as its id.
    return [[join(folder, template), { name: typeof name === 'string' ? name : id, environment: parse(environment) }] as const];
  });
}

function artifactsIn(folder: string): object {
  try {
    const artifacts = partOf(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')), 'artifacts');
    return typeof artifacts === 'object' && artifacts !== null ? artifacts : {};
  } catch {
    return {};
  }
}

/** `aws://account/region`, of which an app may leave either open. */
function parse(environment: string): Environment {
  const [, account, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(environment) ?? [];
  return { account: account === 'unknown-account' ? undefined : account, region: region === 'unknown-region' ? undefined : region };
}

const partOf = (whole: unknown, name: string): unknown =>
  typeof whole === 'object' && whole !== null ? (whole as { readonly [name: string]: unknown })[name] : undefined;
