import type { Check, Problem, Skipped } from './problem';
import type { Reading } from '../account/reading';
import type { SubnetAnswer } from '../facts/account/resources/subnet';
import { isKnown } from '../facts/model/fact';
import type { Place } from '../facts/model/place';
import type { ServiceFacts } from '../facts/model/service';
import { UNKNOWN_PART } from '../facts/template/source/resolved';
import type { Templates } from '../facts/template/templates';

const OTHER_SUBNETS = 'Correct the ids of the subnets, or deploy to the Region of the subnets.';
const FREE_ADDRESSES = 'Use larger or additional subnets, or delete unused network interfaces.';

const namesOf = (subnets: readonly SubnetAnswer[]): string => subnets.map(({ SubnetId }) => SubnetId).join(' and ');

/** Subnets that the app does not create: at least one of those of a service needs a free address. */
export const addresses: Check = async ({ services, templates }, reading) =>
  (await Promise.all(services.map(service => addressesOf(service, templates, reading)))).flat();

async function addressesOf({ at, network }: ServiceFacts, templates: Templates, reading: Reading): Promise<readonly (Problem | Skipped)[]> {
  const all = isKnown(network) && isKnown(network.subnets) ? network.subnets.map(({ id }) => id) : [UNKNOWN_PART];
  const others = all.filter(id => templates.withKey(id) === undefined);
  const ids = others.filter(id => /^subnet-[0-9a-f]+$/.test(id));
  const skipped = ids.length === others.length ? [] : [{ at, seen: 'the subnets of its tasks are known only at deployment' }];
  return [...skipped, ...ids.length > 0 ? await problemsOf(at, ids, ids.length === all.length, reading) : []];
}

async function problemsOf(at: Place, ids: readonly string[], areAll: boolean, reading: Reading): Promise<readonly Problem[]> {
  const found = await reading.all<SubnetAnswer>('ec2:DescribeSubnets', { Filters: [{ Name: 'subnet-id', Values: ids }] }, 'Subnets');
  if (!isKnown(found)) return [];
  const missing = ids.filter(id => found.every(({ SubnetId }) => SubnetId !== id));
  const isFull = areAll && found.length > 0 && found.every(({ AvailableIpAddressCount: free }) => free === 0);
  return [
    ...missing.map((id): Problem => ({ at, seen: `the subnet ${id} does not exist in the Region`, fix: OTHER_SUBNETS })),
    ...isFull ? [{ at, seen: `no free IP address is left in ${namesOf(found)}`, fix: FREE_ADDRESSES }] : [],
  ];
}
