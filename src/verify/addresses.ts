import type { Check, Problem } from './problem';
import type { SubnetAnswer } from '../facts/account/resources/subnet';
import { isKnown } from '../facts/model/fact';

const OTHER_SUBNETS = 'Correct the ids of the subnets, or deploy to the Region of the subnets.';
const FREE_ADDRESSES = 'Use larger or additional subnets, or delete network interfaces that nothing uses.';

const namesOf = (subnets: readonly SubnetAnswer[]): string => subnets.map(({ SubnetId }) => SubnetId).join(' and ');

/** Subnets that the app does not create: at least one of those of a service needs a free address. */
export const addresses: Check = async ({ services }, reading) => (await Promise.all(services.map(async ({ at, network }) => {
  const ids = isKnown(network) && isKnown(network.subnets) ? network.subnets.map(({ id }) => id) : [];
  if (ids.length === 0 || !ids.every(id => /^subnet-[0-9a-f]+$/.test(id))) return [];
  const found = await reading.all<SubnetAnswer>('ec2:DescribeSubnets', { Filters: [{ Name: 'subnet-id', Values: ids }] }, 'Subnets');
  if (!isKnown(found)) return [];
  const missing = ids.filter(id => found.every(({ SubnetId }) => SubnetId !== id));
  const isFull = found.length > 0 && found.every(({ AvailableIpAddressCount: free }) => free === 0);
  return [
    ...missing.map((id): Problem => ({ at, seen: `the subnet ${id} does not exist in the Region`, fix: OTHER_SUBNETS })),
    ...isFull ? [{ at, seen: `no free IP address is left in ${namesOf(found)}`, fix: FREE_ADDRESSES }] : [],
  ];
}))).flat();
