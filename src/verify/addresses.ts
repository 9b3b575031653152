import type { Check, Problem } from './problem';
import type { SubnetAnswer } from '../facts/account/resources/subnet';
import { isKnown } from '../facts/model/fact';

/** Subnets that the app does not create: at least one of those of a service needs a free address. */
export const addresses: Check = async ({ services }, reading) => (await Promise.all(services.map(async ({ at, network }) => {
  const ids = isKnown(network) && isKnown(network.subnets) ? network.subnets.map(({ id }) => id) : [];
  if (ids.length === 0 || !ids.every(id => /^subnet-[0-9a-f]+$/.test(id))) return [];
  const found = await reading.all<SubnetAnswer>('ec2:DescribeSubnets', { Filters: [{ Name: 'subnet-id', Values: ids }] }, 'Subnets');
  if (!isKnown(found)) return [];
  const missing = ids.filter(id => found.every(({ SubnetId }) => SubnetId !== id));
  const isFull = found.length > 0 && found.every(({ AvailableIpAddressCount: free }) => free === 0);
  return [
    ...missing.map((id): Problem => ({ at, seen: `the subnet ${id} does not exist in the Region` })),
    ...isFull ? [{ at, seen: `no free IP address is left in ${found.map(({ SubnetId }) => SubnetId).join(' and ')}` }] : [],
  ];
}))).flat();
