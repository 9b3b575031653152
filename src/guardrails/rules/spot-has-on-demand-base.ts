import type { CapacityFacts } from '../../facts/model/deployment';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule } from '../model/rule';
import { isWindows } from '../predicates/operating-system';

export const spotHasOnDemandBase: ServiceRule = {
  id: 'spot-has-on-demand-base',
  level: 'error',
  judges: 'service',
  property: 'CapacityProviderStrategy',
  title: 'The cluster has the capacity that the service asks for, and where it asks for Spot, a base of tasks runs on demand.',
  why: 'AWS takes Spot capacity back when it needs it, from all tasks at once if need be; and ECS refuses providers that the cluster '
    + 'does not have, a second base, and Spot for Windows.',
  fix: 'Set capacity of HardenedFargateService to Capacity.spotWithOnDemandBase({ base: … }), or give FARGATE in '
    + 'capacityProviderStrategies of ecs.FargateService a base of at least 1, and set '
    + 'enableFargateCapacityProviders: true on ecs.Cluster.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
  ],
  prevents: ['stop/spot'],
  breaks: { capacityProviderStrategy: [{ provider: 'FARGATE_SPOT', base: 0, weight: 1 }] },
  holds: service => {
    const { capacityProviderStrategy: strategy } = service;
    if (!isKnown(strategy)) return UNKNOWN;
    const faults =
      strategy === undefined ? [] : [...faultsOfBase(strategy), ...faultsOfSpot(strategy, service), ...missing(strategy, service)];
    return faults.length === 0 || { seen: faults.join('; ') };
  },
};

type Strategy = readonly CapacityFacts[];

const isPositive = (number: Fact<number>): boolean => typeof number === 'number' && number > 0;

const faultsOfBase = (strategy: Strategy): readonly string[] =>
  strategy.filter(({ base }) => isPositive(base)).length > 1 ? ['more than one capacity provider has a base'] : [];

function faultsOfSpot(strategy: Strategy, { task }: ServiceFacts): readonly string[] {
  if (!strategy.some(({ provider, base, weight }) => provider === 'FARGATE_SPOT' && (isPositive(base) || isPositive(weight)))) return [];
  return [
    ...strategy.some(mayBeBase) ? [] : ['tasks run on FARGATE_SPOT and none has to run on demand'],
    ...isKnown(task) && isWindows(task) === true ? ['FARGATE_SPOT runs no Windows tasks'] : [],
  ];
}

const mayBeBase = ({ provider, base }: CapacityFacts): boolean => provider !== 'FARGATE_SPOT' && (!isKnown(base) || isPositive(base));

function missing(strategy: Strategy, { cluster }: ServiceFacts): readonly string[] {
  const providers = isKnown(cluster) ? cluster.capacityProviders : UNKNOWN;
  if (!isKnown(providers) || !providers.every(isLiteral)) return [];
  return strategy
    .map(({ provider }) => provider)
    .filter(isLiteral)
    .filter(provider => !providers.includes(provider))
    .map(provider => `the cluster does not have ${provider}`);
}

/** What a symbol stands for, only deployment decides. */
const isLiteral = (provider: Known<string>): provider is string => isKnown(provider) && !provider.includes('${');
