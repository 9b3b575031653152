/** A synthesized template, as far as a comparison goes. */
export interface Compared {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;
}

/** The resources whose settings a reader wants to see; of others their number is enough. */
const SHOWN = ['AWS::ECS::Service', 'AWS::ECS::TaskDefinition', 'AWS::ElasticLoadBalancingV2::TargetGroup', 'AWS::ElasticLoadBalancingV2::LoadBalancer'];

/** What a migration changes, as the lines of a diff: settings of the service and what it stands on, then numbers of resources. */
export function templateDiff(before: Compared, after: Compared): readonly string[] {
  return [
    ...SHOWN.flatMap(type => changed(type, settingsOf(before, type), settingsOf(after, type))),
    ...typesIn(before, after).flatMap(type => counted(type, countOf(before, type), countOf(after, type))),
  ];
}

function changed(type: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const lines = names.filter(name => before.get(name) !== after.get(name)).flatMap(name => [
    ...before.has(name) ? [`-   ${name}: ${before.get(name)}`] : [],
    ...after.has(name) ? [`+   ${name}: ${after.get(name)}`] : [],
  ]);
  return lines.length === 0 ? [] : [`  ${type}`, ...lines];
}

const counted = (type: string, before: number, after: number): readonly string[] =>
  before === after ? [] : [`${after > before ? '+' : '-'} ${Math.abs(after - before)} × ${type}`];

const typesIn = (...templates: readonly Compared[]): readonly string[] =>
  [...new Set(templates.flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type)))].sort();

const countOf = ({ Resources }: Compared, type: string): number => Object.values(Resources).filter(({ Type }) => Type === type).length;

/** The settings of the first resource of a type, each by its path. */
function settingsOf({ Resources }: Compared, type: string): ReadonlyMap<string, string> {
  const [resource] = Object.values(Resources).filter(({ Type }) => Type === type);
  return new Map(flat(resource?.Properties));
}

function flat(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [[path, String(value)]];
  if (isReference(value)) return [[path, '…']];
  const named: { readonly Key?: string; readonly Value?: unknown; readonly Name?: string } = value;
  if (named.Key !== undefined && 'Value' in named) return flat(named.Value, `${path}.${named.Key}`);
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, pathOf(path, key, Array.isArray(value), inner)));
}

/** The entries of a list are told apart by their names, where they have some; those of containers differ by migrations. */
function pathOf(path: string, key: string, isList: boolean, inner: unknown): string {
  if (!isList) return path === '' ? key : `${path}.${key}`;
  const { Name, Key }: { Name?: unknown; Key?: unknown } = Object(inner);
  if (Key !== undefined) return path;
  return typeof Name === 'string' && path !== 'ContainerDefinitions' ? `${path}[${Name}]` : `${path}[${key}]`;
}

const isReference = (value: object): boolean => Object.keys(value).length === 1 && /^(Ref|Fn::)/.test(Object.keys(value)[0]);
