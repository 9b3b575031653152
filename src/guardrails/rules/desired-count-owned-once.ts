import type { ScalingFacts } from '../../facts/model/deployment';
import { type Fact, isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule, Verdict } from '../model/rule';

/** A worker may scale to nothing, because its queue goes on counting; what counts requests or load counts nothing without a task. */
export const desiredCountOwnedOnce: ServiceRule = {
  id: 'desired-count-owned-once',
  level: 'error',
  judges: 'service',
  property: 'DesiredCount',
  title: 'Where scaling decides how many tasks run, nothing else does, and its limits leave at least one task to serve requests.',
  why: "Every deployment sets the number of tasks back to the desired count of the template, in the middle of the day's load; and "
    + 'limits that contradict each other are refused.',
  fix: 'Leave desiredCount of HardenedFargateService or ecs.FargateService out, and set minCapacity and maxCapacity of its scaling.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html',
  ],
  prevents: [],
  breaks: { scaling: { minCapacity: 2, maxCapacity: 8 } },
  holds: ({ scaling, desiredCount, registrations }) => {
    if (scaling === undefined) return true;
    if (!isKnown(scaling) || !isKnown(desiredCount)) return UNKNOWN;
    if (desiredCount !== undefined) return { seen: `the desired count is ${desiredCount}, and scaling decides too` };
    return areLimits(scaling, isKnown(registrations) && registrations.length > 0);
  },
};

function areLimits({ minCapacity: fewest, maxCapacity: most }: ScalingFacts, servesRequests: boolean): Verdict {
  if (isAbove(fewest, most)) return { seen: `scaling keeps at least ${String(fewest)} tasks and at most ${String(most)}` };
  return !servesRequests || !isAbove(1, fewest) || { seen: 'scaling may leave no task to serve requests', fault: 'no-task' };
}

const isAbove = (one: Fact<number>, other: Fact<number>): boolean => typeof one === 'number' && typeof other === 'number' && one > other;
