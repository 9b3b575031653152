import { type Known, UNKNOWN } from '../../facts/model/fact';

/** Ranges that no AWS service has its public addresses in. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

export const EVERYWHERE = '0.0.0.0/0';

/** Whether a text is an address range, of either version of the protocol, and not the id of something. */
export const isRange = (text: string): boolean => /^[\da-f.:]+\/\d+$/i.test(text);

/** Whether all of one range lies in another; unknown where they only overlap, or one of them is not an IPv4 range. */
export function contains(outer: string, inner: string): Known<boolean> {
  if (outer === EVERYWHERE || outer === inner) return true;
  const [wide, narrow] = [parse(outer), parse(inner)];
  return wide === undefined || narrow === undefined ? UNKNOWN : holds(wide, narrow);
}

interface Addresses {
  readonly first: number;
  readonly last: number;
}

function holds(wide: Addresses, narrow: Addresses): Known<boolean> {
  if (wide.first <= narrow.first && narrow.last <= wide.last) return true;
  return wide.last < narrow.first || narrow.last < wide.first ? false : UNKNOWN;
}

/** Whether the public addresses of AWS services lie in a range; unknown for a part of the internet. */
export function containsAws(range: string): Known<boolean> {
  if (range === EVERYWHERE) return true;
  return PRIVATE.some(outer => contains(outer, range) === true) ? false : UNKNOWN;
}

/** How many addresses a range holds; not a number for what is not an IPv4 range. */
export function sizeOf(range: string): number {
  const addresses = parse(range);
  return addresses === undefined ? NaN : addresses.last - addresses.first + 1;
}

function parse(range: string): Addresses | undefined {
  const [, address, length] = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(range) ?? [];
  if (address === undefined) return undefined;
  const size = 2 ** (32 - Number(length));
  const start = address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
  const first = Math.floor(start / size) * size;
  return { first, last: first + size - 1 };
}
