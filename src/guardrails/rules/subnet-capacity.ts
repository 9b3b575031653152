import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { NetworkFacts } from '../../facts/model/network';
import type { ServiceRule, Verdict } from '../model/rule';
import { sizeOf } from '../reachability/ipv4-range';

/** AWS keeps the first four addresses of a subnet, and the last one. */
const RESERVED = 5;

/** The share of the addresses above which little is left for endpoints, load balancers and whatever else comes. */
const COMFORTABLE = 0.8;

export const subnetCapacity: ServiceRule = {
  id: 'subnet-capacity',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  title: 'The task subnets have addresses for the most tasks that all their services can run at once, and one in five to spare.',
  why: 'Each task takes an address of its subnet; when a deployment or a peak asks for one more than '
    + 'there are, tasks stop before they start.',
  fix: 'Set vpcSubnets to larger subnets or to more of them, or lower maxCapacity or maxHealthyPercent; for HardenedFargateService '
    + 'lower the maximum of scaling or choose another vpc.',
  see: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
  ],
  prevents: ['init/eni-no-free-ip'],
  breaks: { network: { servicesInSubnets: [{ id: 'Shop/Service', mostTasks: 600 }] } },
  holds: ({ network }) => isKnown(network) ? fits(network) : UNKNOWN,
};

/** A service of which nobody knows how many tasks it can run may run none. */
function fits({ subnets, servicesInSubnets }: NetworkFacts): Verdict {
  if (!isKnown(subnets) || !isKnown(servicesInSubnets)) return UNKNOWN;
  const free = sum(subnets.map(({ cidr }) => typeof cidr === 'string' ? sizeOf(cidr) - RESERVED : NaN));
  const most = sum(servicesInSubnets.map(({ mostTasks }) => isKnown(mostTasks) ? mostTasks : 0));
  const seen = `${servicesInSubnets.length === 1 ? 'the service' : `the ${servicesInSubnets.length} services in these subnets`} can `
    + `run ${most} tasks at once, and there are ${free} addresses`;
  if (most > free) return { seen };
  if (most > free * COMFORTABLE) return { seen, level: 'warning' };
  return Number.isNaN(free) || servicesInSubnets.some(({ mostTasks }) => !isKnown(mostTasks)) ? UNKNOWN : true;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
