import type { CapacityFacts } from '../model/deployment';
import { type Fact, isKnown, type Known, UNKNOWN } from '../model/fact';
import { asItems, readList } from '../template/items';
import { belongingTo } from '../template/refers';
import type { Resource } from '../template/resource';
import { asNumber, asString, at, isOpen, orElse, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** How a service shares its tasks out: by its own strategy, or else, unless a launch type decides, by the default of its cluster. */
export function readStrategy(templates: Templates, { properties }: Resource): Fact<readonly CapacityFacts[]> {
  const { LaunchType: launchType, CapacityProviderStrategy: own } = properties;
  if (own !== undefined) return readItems(own);
  if (launchType !== undefined) return isOpen(launchType) ? UNKNOWN : undefined;
  const cluster = templates.referred(properties.Cluster, 'AWS::ECS::Cluster');
  const declarations = cluster === undefined ? UNKNOWN : declarationsOf(templates, cluster);
  if (!isKnown(declarations)) return UNKNOWN;
  const [strategy] = declarations
    .map(declaration => declaration.properties.DefaultCapacityProviderStrategy)
    .filter(value => value !== undefined);
  return strategy === undefined ? undefined : readItems(strategy);
}

const readItems = (strategy: Resolved): Known<readonly CapacityFacts[]> => readList(strategy, item => ({
  provider: asString(at(item, 'CapacityProvider')) ?? UNKNOWN,
  base: orElse(asNumber(at(item, 'Base')), 0),
  weight: orElse(asNumber(at(item, 'Weight')), 0),
}));

/** The capacity providers that a cluster has, in whatever way it was given them. */
export function readCapacityProviders(templates: Templates, cluster: Resource): Known<readonly Known<string>[]> {
  const declarations = declarationsOf(templates, cluster);
  if (!isKnown(declarations) || declarations.some(({ properties }) => isOpen(properties.CapacityProviders))) return UNKNOWN;
  return declarations.flatMap(({ properties }) => asItems(properties.CapacityProviders)).map(provider => asString(provider) ?? UNKNOWN);
}

/** A cluster says which providers it has itself, or in a resource apart. */
function declarationsOf(templates: Templates, cluster: Resource): Known<readonly Resource[]> {
  const associations = belongingTo(templates, cluster, 'AWS::ECS::ClusterCapacityProviderAssociations', 'Cluster');
  return associations.every(([, certain]) => certain) ? [cluster, ...associations.map(([association]) => association)] : UNKNOWN;
}
