import type { Expression, TemplateResource, TemplateSource } from './source/template-source';

/**
 * The keys of the resources of the same template that CloudFormation makes before this one: those that it waits for,
 * and those that it refers to, also in its metadata.
 */
export function dependenciesOf(declared: TemplateResource, { stack, body }: TemplateSource): readonly string[] {
  const waitsFor = typeof declared.DependsOn === 'string' ? [declared.DependsOn] : declared.DependsOn ?? [];
  const names = new Set([...waitsFor, ...namesIn(declared.Properties ?? {}), ...namesIn(declared.Metadata ?? {})]);
  return [...names].filter(name => body.Resources?.[name] !== undefined).map(name => `${stack}/${name}`);
}

/** Every name that is referred to, also in the branch of a condition that may never be taken. */
function namesIn(expression: Expression): readonly string[] {
  if (typeof expression !== 'object' || expression === null) return [];
  if (Array.isArray(expression)) return expression.flatMap(namesIn);
  return Object.entries(expression).flatMap(([key, value]) => [...REFERENCES[key]?.(value) ?? [], ...namesIn(value)]);
}

const REFERENCES: { readonly [name: string]: ((argument: Expression) => readonly string[]) | undefined } = {
  'Ref': argument => typeof argument === 'string' ? [argument] : [],
  'Fn::GetAtt': argument => {
    const [name] = typeof argument === 'string' ? argument.split('.') : Array.isArray(argument) ? argument : [];
    return typeof name === 'string' ? [name] : [];
  },
  'Fn::Sub': argument => {
    const template = Array.isArray(argument) ? argument[0] : argument;
    return typeof template === 'string' ? [...template.matchAll(/\$\{([^!.${}]+)(?:[!.][^${}]*)?\}/g)].map(([, name]) => name) : [];
  },
};
