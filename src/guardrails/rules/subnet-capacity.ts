import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { NetworkFacts, ServiceInSubnetsFacts } from '../../facts/model/network';
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
  breaks: { network: { servicesInSubnets: [{ id: 'Shop/Service', mostTasks: 1200, fewestTasks: 600 }] } },
  holds: ({ network }) => isKnown(network) ? fits(network) : UNKNOWN,
};

/** A service of which nobody knows how many tasks it runs may run none. */
function fits({ subnets, servicesInSubnets: services }: NetworkFacts): Verdict {
  if (!isKnown(subnets) || !isKnown(services)) return UNKNOWN;
  const free = sum(subnets.map(({ cidr }) => typeof cidr === 'string' ? sizeOf(cidr) - RESERVED : NaN));
  const fewest = sum(services.map(({ fewestTasks }) => isKnown(fewestTasks) ? fewestTasks : 0));
  const run = services.length === 1 ? 'runs' : 'run';
  if (fewest > free) return { seen: `${subjectOf(services)} ${run} at least ${fewest} tasks, ${butFree(free)}` };
  return fitsAtMost(services, free);
}

/** A peak or a deployment may never ask for all addresses. */
function fitsAtMost(services: readonly ServiceInSubnetsFacts[], free: number): Verdict {
  const most = sum(services.map(({ mostTasks }) => isKnown(mostTasks) ? mostTasks : 0));
  const seen = `${subjectOf(services)} can run ${most} tasks at once, ${butFree(free)}`;
  if (most > free) return { seen, class: 'may fail' };
  if (most > free * COMFORTABLE) return { seen, class: 'hygiene' };
  return Number.isNaN(free) || services.some(({ mostTasks }) => !isKnown(mostTasks)) ? UNKNOWN : true;
}

const subjectOf = (services: readonly unknown[]): string =>
  services.length === 1 ? 'the service' : `the ${services.length} services in these subnets`;

const butFree = (free: number): string => `and the subnets have ${free} free IP addresses`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
