import type { CapacityFacts } from '../../facts/model/deployment';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule } from '../model/rule';
import { isWindows } from '../predicates/operating-system';

export const spotHasOnDemandBase: ServiceRule = {
  id: 'spot-has-on-demand-base',
  class: 'weakens',
  judges: 'service',
  property: 'CapacityProviderStrategy',
  reads: ['capacityProviderStrategy', 'cluster.capacityProviders', 'task.operatingSystem'],
  title: 'A service on Fargate Spot should have an on-demand base and a valid strategy.',
  why: 'AWS can interrupt all Spot tasks at once. '
    + 'ECS rejects a capacity provider that the cluster does not have, a second base, and Windows on Spot.',
  fix: 'Set capacity of HardenedFargateService to Capacity.spotWithOnDemandBase({ base: … }). '
    + 'For ecs.FargateService, set a base of at least 1 for FARGATE in capacityProviderStrategies. '
    + 'Set enableFargateCapacityProviders: true on ecs.Cluster.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
  ],
  prevents: ['stop/spot'],
  breaks: { capacityProviderStrategy: [{ provider: 'FARGATE_SPOT', base: 0, weight: 1 }] },
  holds: service => {
    const { capacityProviderStrategy: strategy } = service;
    if (strategy === undefined) return true;
    if (!isKnown(strategy)) return UNKNOWN;
    const refused = [...faultsOfBase(strategy), ...onWindows(strategy, service), ...missing(strategy, service)];
    const faults = [...refused, ...withoutBase(strategy)];
    return faults.length === 0 || { seen: faults.join('; '), ...refused.length > 0 && { class: 'refused' } };
  },
};

type Strategy = readonly CapacityFacts[];

const isPositive = (number: Fact<number>): boolean => typeof number === 'number' && number > 0;

const faultsOfBase = (strategy: Strategy): readonly string[] =>
  strategy.filter(({ base }) => isPositive(base)).length > 1 ? ['more than one capacity provider has a base'] : [];

const usesSpot = (strategy: Strategy): boolean =>
  strategy.some(({ provider, base, weight }) => provider === 'FARGATE_SPOT' && (isPositive(base) || isPositive(weight)));

const withoutBase = (strategy: Strategy): readonly string[] =>
  usesSpot(strategy) && !strategy.some(mayBeBase) ? ['the service can run on FARGATE_SPOT alone'] : [];

const onWindows = (strategy: Strategy, { task }: ServiceFacts): readonly string[] =>
  usesSpot(strategy) && isKnown(task) && isWindows(task) === true ? ['FARGATE_SPOT does not support Windows'] : [];

const mayBeBase = ({ provider, base }: CapacityFacts): boolean => provider !== 'FARGATE_SPOT' && (!isKnown(base) || isPositive(base));

function missing(strategy: Strategy, { cluster }: ServiceFacts): readonly string[] {
  const providers = isKnown(cluster) ? cluster.capacityProviders : UNKNOWN;
  if (!isKnown(providers) || !providers.every(isLiteral)) return [];
  return strategy
    .map(({ provider }) => provider)
    .filter(isLiteral)
    .filter(provider => !providers.includes(provider))
    .map(provider => `the cluster does not have the capacity provider ${provider}`);
}

/** What a symbol stands for, only deployment decides. */
const isLiteral = (provider: Known<string>): provider is string => isKnown(provider) && !provider.includes('${');
