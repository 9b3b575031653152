import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The properties of a resource that were changed after its construct created it. */
export interface Override {
  readonly resource: CfnResource;
  /** As they were written, such as `NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp`. */
  readonly properties: readonly string[];
}

type Properties = Readonly<Record<string, unknown>>;

/** What the CDK keeps of a resource and does not promise: without it no override is known, and nothing is said of one. */
interface Kept {
  readonly rawOverrides?: Properties;
  readonly cfnProperties?: Properties;
  readonly _toCloudFormation?: () => object;
}

/** The properties of resources as the construct that creates them left them. */
const AS_CREATED = new WeakMap<IConstruct, Properties>();

/** Notes what a construct created, so that a later change of it is known as one. */
export function noteAsCreated(scope: IConstruct): void {
  for (const resource of resourcesOf(scope)) AS_CREATED.set(resource, { ...keptOf(resource).cfnProperties });
}

/** What was changed in the resources of a construct by overrides, or by properties that were set on L1 constructs. */
export const overridesIn = (scope: IConstruct): readonly Override[] => resourcesOf(scope)
  .map(resource => ({ resource, properties: [...overriddenIn(resource), ...setIn(resource)] }))
  .filter(({ properties }) => properties.length > 0);

/** The resources of a template as they would be without an override, by logical id; the app stays as it is. */
export function withoutOverride({ resource, properties }: Override): object {
  const { rawOverrides = {}, cfnProperties } = keptOf(resource);
  const created = Object.entries(AS_CREATED.get(resource) ?? {}).filter(([name]) => properties.includes(name));
  const before = Object.create(resource, {
    rawOverrides: { value: pruned(rawOverrides, properties.flatMap(property => [property, `Properties.${property}`])) },
    cfnProperties: { value: { ...cfnProperties, ...Object.fromEntries(created) } },
  }) as Kept;
  const { Resources: resources } = resource.stack.resolve(before._toCloudFormation?.()) as { readonly Resources?: object };
  return resources ?? {};
}

const resourcesOf = (scope: IConstruct): readonly CfnResource[] => scope.node.findAll().filter(CfnResource.isCfnResource);

const keptOf = (resource: CfnResource): Kept => resource as unknown as Kept;

/** The paths of overrides below `Properties`, and the names of other attributes, such as `DependsOn`. */
const overriddenIn = (resource: CfnResource): readonly string[] =>
  pathsOf(keptOf(resource).rawOverrides ?? {}).map(path => path.replace(/^Properties\./, ''));

const pathsOf = (value: Properties): readonly string[] => Object.entries(value).flatMap(([key, inner]) =>
  isNested(inner) ? pathsOf(inner).map(path => `${key}.${path}`) : [key]);

/** The same overrides but those of some paths. */
const pruned = (value: Properties, paths: readonly string[], above = ''): Properties =>
  Object.assign(Object.create(null) as object, Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => {
    if (isNested(inner)) return [[key, pruned(inner, paths, `${above}${key}.`)]];
    return paths.includes(`${above}${key}`) ? [] : [[key, inner]];
  })));

/** The CDK nests the parts of a path in objects without a prototype; a value of the user has one. */
const isNested = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;

/** Some properties are made anew each time they are read, such as tags; those tell nothing. */
function setIn(resource: CfnResource): readonly string[] {
  const created = AS_CREATED.get(resource);
  const [now, again] = [keptOf(resource).cfnProperties ?? {}, keptOf(resource).cfnProperties ?? {}];
  return created === undefined ? [] : Object.keys(now).filter(name => now[name] === again[name] && now[name] !== created[name]);
}
