import { runsOnFargate } from './capacity';
import { readFewestTasks, readMostTasks } from './most-tasks';
import { isKnown, type Known, UNKNOWN } from '../model/fact';
import type { ServiceInSubnetsFacts } from '../model/network';
import { once } from '../template/once';
import type { Resource } from '../template/resource';
import { asList, at, isWhole, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/**
 * The services of the app that take their addresses from these subnets and from no others.
 *
 * One that is placed in other subnets as well may find its addresses there; one that nobody can place counts for nothing.
 */
export function readServicesInSubnets(templates: Templates, subnets: Known<readonly Resolved[]>): Known<readonly ServiceInSubnetsFacts[]> {
  const ours = identify(templates, subnets);
  return isKnown(ours) ? servicesWithin(templates, [...ours].sort().join('\n')) : UNKNOWN;
}

/** Looked up once for all services in the same subnets, because most services of an app are. */
const servicesWithin = once((templates, subnets: string): readonly ServiceInSubnetsFacts[] => {
  const ours = new Set(subnets.split('\n'));
  return templates.ofType('AWS::ECS::Service')
    .filter(service => isWithin(whereOnFargate(templates, service), ours))
    .map(service => ({
      id: service.key,
      mostTasks: service.condition === undefined ? readMostTasks(templates, service) : UNKNOWN,
      fewestTasks: service.condition === undefined ? readFewestTasks(templates, service) : UNKNOWN,
    }));
});

const whereOnFargate = once((templates, service: Resource): Known<ReadonlySet<string>> =>
  runsOnFargate(templates, service) ? identify(templates, subnetsOf(service)) : UNKNOWN);

/** What the service says of the subnets of its tasks. */
export const subnetsOf = (service: Resource): Known<readonly Resolved[]> =>
  asList(at(service.properties.NetworkConfiguration, 'AwsvpcConfiguration', 'Subnets'));

const isWithin = (subnets: Known<ReadonlySet<string>>, others: ReadonlySet<string>): boolean =>
  isKnown(subnets) && [...subnets].every(subnet => others.has(subnet));

function identify(templates: Templates, subnets: Known<readonly Resolved[]>): Known<ReadonlySet<string>> {
  if (!isKnown(subnets) || subnets.length === 0) return UNKNOWN;
  const ids = subnets.map(subnet => typeof subnet === 'string' && isWhole(subnet) ? templates.identify(subnet) : UNKNOWN);
  return ids.every(isKnown) ? new Set(ids) : UNKNOWN;
}
