import type { CapacityFacts } from '../../facts/model/deployment';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

/** What ECS answers to the first: https://github.com/terraform-linters/tflint-ruleset-aws/issues/349. */
export const capacitySettingsValid: ServiceRule = {
  id: 'capacity-settings-valid',
  class: 'refused',
  judges: 'service',
  property: 'CapacityProviderStrategy',
  reads: ['capacityProviderStrategy', 'launchType'],
  title: 'The capacity provider strategy should have settings that ECS accepts.',
  why: 'ECS rejects a strategy together with a launch type, with two bases, or with only weights of 0. '
    + 'It also rejects a mix of Fargate and other providers.',
  fix: 'Set capacityProviderStrategies of ecs.FargateService with one base and a positive weight, and remove LaunchType. '
    + 'HardenedFargateService sets a valid strategy; remove the override.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  ],
  prevents: [],
  breaks: { capacityProviderStrategy: { weight: 0 } },
  holds: ({ capacityProviderStrategy: strategy, launchType }) => {
    if (!isKnown(strategy)) return UNKNOWN;
    if (strategy === undefined || strategy.length === 0) return true;
    const faults = faultsOf(strategy);
    if (isKnown(launchType) && launchType !== undefined) faults.push(`it is combined with the launch type ${launchType}`);
    return faults.length === 0 || { seen: `the capacity provider strategy is not valid: ${faults.join('; ')}` };
  },
};

function faultsOf(strategy: readonly CapacityFacts[]): string[] {
  const based = strategy.filter(({ base }) => isKnown(base) && base > 0).length;
  const names = strategy.map(({ provider }) => provider).filter(isKnown).filter(name => !name.includes('${'));
  const others = names.filter(name => !name.startsWith('FARGATE'));
  return [
    ...based > 1 ? [`${based} of its providers have a base`] : [],
    ...strategy.every(({ weight }) => weight === 0) ? ['no provider has a weight greater than 0'] : [],
    ...others.length > 0 && others.length < names.length ? [`it mixes Fargate with ${others.join(' and ')}`] : [],
  ];
}
