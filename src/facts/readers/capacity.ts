import { requiresFargate, taskDefinitionOf } from './task-definition';
import type { Fact } from '../model/fact';
import { asItems } from '../template/items';
import type { Resource } from '../template/resource';
import { asLiteral, asString, at, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

const FARGATE = new Set(['FARGATE', 'FARGATE_SPOT']);

/** Where the tasks of a service run: on Fargate, certainly elsewhere, or nobody knows; `because` says what tells. */
export type Capacity =
  | { readonly place: 'fargate' }
  | { readonly place: 'elsewhere' | 'unknown'; readonly because: string };

const ON_FARGATE: Capacity = { place: 'fargate' };

/** Whether the tasks of a service run on Fargate: only then do Fargate's rules apply to it. */
export const runsOnFargate = (templates: Templates, service: Resource): boolean => capacityOf(templates, service).place === 'fargate';

/** Where the tasks of a service run; where its own words leave that open, a task definition that runs on Fargate only decides. */
export function capacityOf(templates: Templates, service: Resource): Capacity {
  const { LaunchType: launchType, CapacityProviderStrategy: strategy } = service.properties;
  const capacity = launchType === undefined ? ofStrategy(templates, service, strategy) : ofLaunchType(launchType);
  return capacity.place === 'unknown' && requiresFargate(taskDefinitionOf(templates, service)) ? ON_FARGATE : capacity;
}

const ELSEWHERE: { readonly [launchType: string]: string | undefined } = {
  EC2: 'its launch type is EC2',
  EXTERNAL: 'its launch type is EXTERNAL',
  MANAGED_INSTANCES: 'its launch type is MANAGED_INSTANCES',
};

function ofLaunchType(value: Resolved): Capacity {
  const launchType = asLiteral(value);
  if (launchType === 'FARGATE') return ON_FARGATE;
  const because = typeof launchType === 'string' ? ELSEWHERE[launchType] : undefined;
  if (because !== undefined) return { place: 'elsewhere', because };
  return unknown('launch type', launchType);
}

function ofStrategy(templates: Templates, service: Resource, own: Resolved): Capacity {
  const strategy = own ?? defaultOf(templates, service.properties.Cluster);
  if (strategy === undefined) return withoutStrategy(templates, service);
  const providers = asItems(strategy).map(item => at(item, 'CapacityProvider'));
  if (providers.some(provider => FARGATE.has(String(asString(provider))))) return ON_FARGATE;
  const declared = providers.flatMap(provider => templates.referred(provider, 'AWS::ECS::CapacityProvider') ?? []);
  if (declared.length > 0 && declared.length === providers.length) return { place: 'elsewhere', because: kindOf(declared) };
  const open = providers.find(provider => templates.referred(provider, 'AWS::ECS::CapacityProvider') === undefined);
  return unknown('capacity provider', asLiteral(open));
}

const kindOf = (providers: readonly Resource[]): string =>
  providers.some(({ properties }) => properties.ManagedInstancesProvider !== undefined)
    ? 'its capacity provider runs tasks on ECS Managed Instances'
    : 'its capacity provider is an Auto Scaling group';

function unknown(what: string, name: Fact<string>): Capacity {
  const because = typeof name === 'string' ? `the ${what} '${name}' is not known` : `its ${what} is known only at deployment`;
  return { place: 'unknown', because };
}

function withoutStrategy(templates: Templates, { properties }: Resource): Capacity {
  if (asLiteral(at(properties.DeploymentController, 'Type')) === 'EXTERNAL') {
    return { place: 'elsewhere', because: 'its deployment controller is EXTERNAL, so its task sets define the tasks' };
  }
  const isOurs = templates.referred(properties.Cluster, 'AWS::ECS::Cluster') !== undefined;
  const because = 'it has neither a launch type nor a capacity provider strategy';
  return { place: 'unknown', because: isOurs ? because : `${because}, and its cluster is not in these templates` };
}

/** A service without launch type and strategy takes the default strategy of its cluster. */
function defaultOf(templates: Templates, reference: Resolved): Resolved {
  const cluster = templates.referred(reference);
  if (cluster === undefined) return undefined;
  const associations = templates.ofType('AWS::ECS::ClusterCapacityProviderAssociations')
    .filter(association => templates.referred(association.properties.Cluster) === cluster);
  return [cluster, ...associations].map(({ properties }) => properties.DefaultCapacityProviderStrategy)
    .find(strategy => strategy !== undefined && !(Array.isArray(strategy) && strategy.length === 0));
}
