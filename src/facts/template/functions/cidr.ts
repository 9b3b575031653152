import { UNKNOWN } from '../../model/fact';
import { asNumber, type Resolved } from '../source/resolved';
import type { Resolving } from '../source/resolving';
import type { Expression } from '../source/template-source';

/** CloudFormation cuts no more. */
const MOST_RANGES = 256;

/** A reference to the range of a VPC or a subnet. */
const RANGE_OF = /^\$\{(.+)\/([^/.]+)\.CidrBlock\}$/;

/**
 * What `Fn::Cidr` gives: IPv4 ranges side by side, from the beginning of another one, each with as many bits for hosts
 * as the last argument says.
 */
export function cutRanges(resolver: Resolving, argument: Expression, stack: string, depth: number): Resolved {
  if (!Array.isArray(argument)) return UNKNOWN;
  const [whole, count, hostBits] = (argument as readonly Expression[]).map(part => resolver.resolve(part, stack, depth));
  const [first, length] = parse(writtenRange(resolver, whole, depth));
  const [ranges, bits] = [asNumber(count), asNumber(hostBits)];
  if (first === undefined || typeof ranges !== 'number' || typeof bits !== 'number') return UNKNOWN;
  const fits = ranges <= MOST_RANGES && ranges * 2 ** bits <= 2 ** (32 - length);
  return fits ? Array.from({ length: ranges }, (_, index) => `${addressOf(first + index * 2 ** bits)}/${32 - bits}`) : UNKNOWN;
}

/** A range that is referred to is the one that is written where it is given. */
function writtenRange(resolver: Resolving, range: Resolved, depth: number): Resolved {
  const [, stack, logicalId] = (typeof range === 'string' ? RANGE_OF.exec(range) : null) ?? [];
  const written = stack === undefined ? undefined : resolver.declaration(stack, logicalId)?.resource.Properties?.CidrBlock;
  return written === undefined ? range : resolver.resolve(written, stack, depth);
}

function parse(range: Resolved): readonly [first: number, length: number] | readonly [undefined, 0] {
  const [, address, length] = (typeof range === 'string' ? /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(range) : null) ?? [];
  if (address === undefined) return [undefined, 0];
  const size = 2 ** (32 - Number(length));
  const start = address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
  return [Math.floor(start / size) * size, Number(length)];
}

const addressOf = (address: number): string => [24, 16, 8, 0].map(bits => Math.floor(address / 2 ** bits) % 256).join('.');
