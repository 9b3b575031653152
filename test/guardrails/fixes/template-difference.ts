import type { TemplateBody, TemplateResource } from '../../../src/facts/template/source/template-source';

/** Resources of a template by their logical ids, each with what another template has not. */
export type Part = Readonly<Record<string, object>>;

/** What two variants of a template differ in: the part of each that the other one has not, what both have in another form first. */
export function differenceOf(one: readonly TemplateBody[], other: readonly TemplateBody[]): readonly [Part, Part] {
  const [first, second] = [one, other].map(resourcesOf);
  const properties = [partOf(first, second, propertiesOf), partOf(second, first, propertiesOf)] as const;
  if (properties.some(part => Object.keys(part).length > 0)) return properties;
  return [partOf(first, second, dependenciesOf), partOf(second, first, dependenciesOf)];
}

/** Resources by logical id and type. */
type Resources = ReadonlyMap<string, TemplateResource>;

/** A logical id of the CDK ends in a hash of the construct's path, which says nothing to readers. */
const HASH = /\b([A-Za-z][A-Za-z0-9]*?)[0-9A-F]{8}\b/g;

/** That of a rule of a security group has the hash of the other group and the port before it. */
const HASH_AND_PORT = /\b([A-Za-z][A-Za-z0-9]*?)[0-9A-F]{8}(?:\d{2,5}|IndirectPort)\b/g;

/** The scope of each variant in the app in which all are synthesized. */
const SCOPE = /Configuration\d+\/?/g;

const plain = (text: string): string => text.replace(HASH, '$1').replace(HASH_AND_PORT, '$1').replace(SCOPE, '');

function resourcesOf(templates: readonly TemplateBody[]): Resources {
  const resources = templates.flatMap(({ Resources }) => Object.entries(Resources ?? {}));
  return new Map(resources.map(([id, resource]) => [`${plain(id)} ${resource.Type}`, JSON.parse(plain(JSON.stringify(resource)))]));
}

type Change = (resource: TemplateResource, other: TemplateResource) => object | undefined;

function partOf(resources: Resources, others: Resources, changeOf: Change): Part {
  const changed = [...resources].filter(([key]) => others.has(key));
  const added = [...resources].filter(([key]) => !others.has(key));
  return Object.fromEntries([...changed, ...added].flatMap(([key, resource]) => {
    const { Type, Properties } = resource;
    const other = others.get(key);
    const part = other === undefined ? { ...Properties && { Properties } } : changeOf(resource, other);
    return part === undefined ? [] : [[key.split(' ')[0], { Type, ...part }]];
  }));
}

function propertiesOf({ Properties = {} }: TemplateResource, { Properties: others = {} }: TemplateResource): object | undefined {
  if (same(Properties, others)) return undefined;
  const properties = pruned(Properties, others);
  return same(properties, {}) ? {} : { Properties: properties };
}

/** What a resource waits for counts only if nothing else differs: most of it follows from other resources. */
function dependenciesOf({ DependsOn }: TemplateResource, other: TemplateResource): object | undefined {
  const before = listOf(other.DependsOn);
  const more = listOf(DependsOn).filter(id => !before.includes(id));
  return more.length === 0 ? undefined : { DependsOn: more };
}

const listOf = (ids: TemplateResource['DependsOn']): readonly string[] => [...new Set([ids ?? []].flat())];

/**
 * A value without what another one has as well. A part of a list keeps its name, and a function of CloudFormation all of its arguments; a list
 * of words, such as a command, is kept whole.
 */
function pruned(value: unknown, other: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(other) && value.length === other.length && !value.some(item => typeof item === 'string')) {
    return value.map((item, index) => [item, other[index]] as const).filter(([a, b]) => !same(a, b)).map(([a, b]) => pruned(a, b));
  }
  if (!isObject(value) || !isObject(other)) return value;
  if (Object.keys(value).some(name => name.startsWith('Fn::'))) return value;
  const kept = Object.entries(value).filter(([name, each]) => name === 'Name' || !same(each, other[name]));
  return Object.fromEntries(kept.map(([name, each]) => [name, pruned(each, other[name])]));
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
