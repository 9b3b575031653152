import { isKnown, UNKNOWN } from '../../facts/model/fact';
import { not, some } from '../../facts/model/known';
import type { ServiceRule } from '../model/rule';
import { isSameZone } from '../reachability/zone';

export const multipleAvailabilityZones: ServiceRule = {
  id: 'multiple-availability-zones',
  class: 'weakens',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: ['network.subnets'],
  title: 'Tasks should run in subnets of at least two Availability Zones.',
  why: 'If an Availability Zone fails, all tasks in it fail. A service in only one Availability Zone then has no running tasks.',
  fix: 'Set vpcSubnets to subnets in two or more Availability Zones, and keep maxAzs of ec2.Vpc at two or more. '
    + 'HardenedFargateService selects such subnets by default.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html'],
  prevents: ['stop/infrastructure'],
  breaks: { network: { subnets: { availabilityZone: 'eu-west-1a' } } },
  holds: ({ network }) => {
    if (!isKnown(network) || !isKnown(network.subnets) || network.subnets.length === 0) return UNKNOWN;
    const [first, ...others] = network.subnets;
    // A subnet lies in one zone, whichever it is.
    if (others.every(({ id }) => id === first.id)) {
      return first.id.includes('${?}') ? UNKNOWN : { seen: `all tasks run in one subnet, ${first.id}` };
    }
    const areApart = some(others.map(({ availabilityZone: zone }) => not(isSameZone(first.availabilityZone, zone))));
    return areApart === false ? { seen: `all tasks run in '${String(first.availabilityZone)}'` } : areApart;
  },
};
