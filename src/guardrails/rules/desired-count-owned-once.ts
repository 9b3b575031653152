import type { ScalingFacts } from '../../facts/model/deployment';
import { type Fact, isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule, Verdict } from '../model/rule';

/** A worker may scale to nothing, because its queue goes on counting; what counts requests or load counts nothing without a task. */
export const desiredCountOwnedOnce: ServiceRule = {
  id: 'desired-count-owned-once',
  class: 'weakens',
  judges: 'service',
  property: 'DesiredCount',
  reads: ['desiredCount', 'registrations', 'scaling'],
  title: 'Scaling alone should set the desired count, within limits that keep the service available.',
  why: 'Each deployment resets the task count to the desired count of the template. '
    + 'Application Auto Scaling rejects a minimum above the maximum.',
  fix: 'Remove desiredCount from HardenedFargateService or ecs.FargateService. Set minCapacity and maxCapacity of its scaling instead. '
    + 'With ecs-patterns, delete DesiredCount from service.node.defaultChild. '
    + 'For HardenedFargateService, set scaling and add your policies to scalableTaskCount.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html',
  ],
  prevents: [],
  breaks: { scaling: { minCapacity: 2, maxCapacity: 8 } },
  holds: ({ scaling, desiredCount, registrations }) => {
    if (scaling === undefined) return true;
    if (!isKnown(scaling) || !isKnown(desiredCount)) return UNKNOWN;
    if (desiredCount !== undefined) return { seen: `the desired count is ${desiredCount}, although the service has scaling` };
    return areLimits(scaling, isKnown(registrations) && registrations.length > 0);
  },
};

function areLimits({ minCapacity: fewest, maxCapacity: most }: ScalingFacts, servesRequests: boolean): Verdict {
  const found = `the minimum capacity is ${String(fewest)}`;
  if (isAbove(fewest, most)) return { seen: `${found}, and the maximum capacity is ${String(most)}`, class: 'refused' };
  return !servesRequests || !isAbove(1, fewest) || { seen: `${found}, but the service has a load balancer`, fault: 'no-task' };
}

const isAbove = (one: Fact<number>, other: Fact<number>): boolean => typeof one === 'number' && typeof other === 'number' && one > other;
