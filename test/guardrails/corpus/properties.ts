import type { TemplateBody } from '../../../src/facts/template/source/template-source';

/** The paths of properties that resources of a type have in some template, and the types of the resources by their logical ids. */
export type Properties = ReadonlyMap<string, ReadonlySet<string>>;

/** The properties of each kind of resource, by the logical ids of the resources of that kind. */
export function propertiesIn(templates: readonly TemplateBody[]): Properties {
  const ofType = new Map<string, Set<string>>();
  const ofResource = new Map<string, Set<string>>();
  for (const [logicalId, { Type, Properties: properties }] of templates.flatMap(({ Resources }) => Object.entries(Resources ?? {}))) {
    const known = ofType.get(Type) ?? new Set<string>();
    ofType.set(Type, known);
    ofResource.set(logicalId, known);
    for (const path of pathsOf(properties)) known.add(path);
  }
  return ofResource;
}

/** Whether a location such as `Properties.ContainerDefinitions.0.User` is one that resources of that kind have. */
export const isThere = (properties: Properties, logicalId: string, location: string): boolean =>
  properties.get(logicalId)?.has(withoutIndices(location.replace(/^Properties\.?/, ''))) ?? false;

const withoutIndices = (path: string): string => path.replace(/\b\d+\b/g, '*');

function* pathsOf(value: unknown, path = ''): Generator<string> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* pathsOf(inner, path === '' ? name : `${path}.${Array.isArray(value) ? '*' : name}`);
}
