import type { TemplateBody } from './source/template-source';

/** A place in a template where a macro makes resources at deployment, which nobody can see before. */
export interface Expansion {
  readonly property: string;
  readonly because: string;
}

/** The transforms of AWS that make no ECS resource of their own. */
const HARMLESS = [
  'AWS::CodeDeployBlueGreen', 'AWS::LanguageExtensions', 'AWS::SecretsManager-2020-07-23', 'AWS::SecretsManager-2024-09-16',
  'AWS::Serverless-2016-10-31',
];

/** Where a template is completed at deployment: loops, included files and macros. */
export function expansionsIn({ Resources: resources = {}, Transform: transform = [] }: TemplateBody): readonly Expansion[] {
  const loops = Object.keys(resources).filter(name => name.startsWith('Fn::'))
    .map(name => ({ property: `Resources.${name}`, because: `'${name}' is expanded at deployment` }));
  const macros = [transform].flat().map(nameOf).filter(name => !HARMLESS.includes(name))
    .map(name => ({ property: 'Transform', because: `the macro '${name}' may add and change resources at deployment` }));
  return [...loops, ...macros];
}

const nameOf = (transform: unknown): string =>
  typeof transform === 'object' && transform !== null && 'Name' in transform ? String(transform.Name) : String(transform);
