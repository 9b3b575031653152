import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule, Verdict } from '../model/rule';

/** A service that does not say keeps what it has; a new one is rebalanced. */
export const availabilityZoneRebalancing: ServiceRule = {
  id: 'availability-zone-rebalancing',
  class: 'weakens',
  promised: true,
  judges: 'service',
  property: 'AvailabilityZoneRebalancing',
  reads: ['availabilityZoneRebalancing', 'deploymentController', 'maximumPercent'],
  title: 'ECS should rebalance the tasks across Availability Zones.',
  why: 'If an Availability Zone fails, ECS starts its tasks in the other zones. Without rebalancing, the tasks stay there, and the next '
    + 'failure can stop all of them. ECS rejects rebalancing if the maximum percent is 100.',
  fix: 'Set availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED and maxHealthyPercent: 200 on ecs.FargateService. '
    + 'HardenedFargateService sets them by default; remove the override.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html'],
  prevents: [],
  breaks: { availabilityZoneRebalancing: 'DISABLED' },
  holds: ({ availabilityZoneRebalancing: rebalancing, deploymentController, maximumPercent }) => {
    if (!isKnown(deploymentController) || !isKnown(rebalancing)) return UNKNOWN;
    if (deploymentController !== 'ECS' || rebalancing === undefined) return true;
    return rebalancing === 'DISABLED' ? { seen: 'AvailabilityZoneRebalancing is DISABLED' } : hasRoom(maximumPercent);
  },
};

const hasRoom = (most: Known<number>): Verdict => isKnown(most)
  ? most > 100 || { seen: `AvailabilityZoneRebalancing is ENABLED with a maximum of ${most}%`, class: 'refused' }
  : UNKNOWN;
