import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Environment } from '../../facts/template/environment';
import type { TemplateSource } from '../../facts/template/template-source';

/** A template that was read from a file. */
type FromFile = TemplateSource & { readonly file: string };

/** The templates with the environments that a CDK app names beside them; a nested stack is deployed where the one around it is. */
export function inTheirEnvironments(sources: readonly FromFile[]): readonly TemplateSource[] {
  const named = environmentsBeside(sources.map(({ file }) => file));
  const byStack = new Map(sources.map(source => [source.stack, source]));
  const environmentOf = ({ file, nestedIn }: FromFile): Environment | undefined => {
    const parent = nestedIn && byStack.get(nestedIn.stack);
    return named.get(resolve(file)) ?? (parent && environmentOf(parent));
  };
  return sources.map(source => ({ ...source, environment: environmentOf(source) }));
}

/** By the files of the templates; one without a manifest is judged all the same, and so is one beside a file that only has its name. */
const environmentsBeside = (templates: readonly string[]): ReadonlyMap<string, Environment> =>
  new Map([...new Set(templates.map(template => dirname(resolve(template))))].flatMap(readManifest));

function readManifest(folder: string): readonly (readonly [template: string, environment: Environment])[] {
  return Object.values(artifactsIn(folder)).flatMap(artifact => {
    const template = partOf(partOf(artifact, 'properties'), 'templateFile');
    const environment = partOf(artifact, 'environment');
    return typeof template === 'string' && typeof environment === 'string' ? [[join(folder, template), parse(environment)] as const] : [];
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
