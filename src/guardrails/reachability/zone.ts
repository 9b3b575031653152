import { type Fact, type Known, UNKNOWN } from '../../facts/model/fact';

/** Spellings of Availability Zones; what is spelled in the same way can be told apart. */
const SPELLINGS: readonly RegExp[] = [
  // The zones of a Region in their order: the first is never the second.
  /^\$\{AvailabilityZone \d+\}$/,
  // An id, such as `euw1-az1`, is the same zone in every account.
  /^[a-z0-9-]+-az\d+$/,
  /^[^$]+$/,
];

/** Whether two zones are one; unknown where one is spelled by its name and the other in another way. */
export function isSameZone(one: Fact<string>, other: Fact<string>): Known<boolean> {
  if (typeof one !== 'string' || typeof other !== 'string') return UNKNOWN;
  if (one === other) return !one.includes('${?}') || UNKNOWN;
  return spelling(one) === spelling(other) && spelling(one) >= 0 ? false : UNKNOWN;
}

const spelling = (zone: string): number => SPELLINGS.findIndex(pattern => pattern.test(zone));
