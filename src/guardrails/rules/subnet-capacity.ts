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
  class: 'cannot start',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: ['network.servicesInSubnets', 'network.subnets'],
  title: 'The task subnets should have IP addresses for all tasks, with 20% to spare.',
  why: 'Each task uses one IP address of its subnet. If a deployment or a load peak needs more addresses, new tasks do not start.',
  fix: 'Set vpcSubnets to larger or more subnets, or lower maxCapacity or maxHealthyPercent. '
    + 'For HardenedFargateService, lower the maximum of scaling or choose another vpc.',
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
    + `run ${most} tasks at once, and the subnets have ${free} free IP addresses`;
  if (most > free) return { seen };
  if (most > free * COMFORTABLE) return { seen, class: 'hygiene' };
  return Number.isNaN(free) || servicesInSubnets.some(({ mostTasks }) => !isKnown(mostTasks)) ? UNKNOWN : true;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
