import { createHash } from 'node:crypto';
import { PRIORITY } from '../../aws/limits';

/** What a rule of a listener matches; nothing named means everything. */
export interface RuleConditions {
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
}

/** Host names without wildcards, then wildcards below four or more, three, and fewer labels, then every host. */
const HOST_RANKS = 5;

/** Paths with four or more named segments, then three, two, one, and every path. */
const PATH_RANKS = 5;

const PRIORITIES_OF_A_RANK = PRIORITY.most / (HOST_RANKS * PATH_RANKS);

/**
 * The priority that follows from the conditions alone: the more specific a rule, the sooner it is asked, and no service that
 * joins or leaves moves another one.
 *
 * Within a rank the conditions decide by their hash. Two rules of a rank seldom match the same request; where one of them would
 * never be reached, or both get the same number, synthesis says so.
 */
export function priorityOf({ hosts, paths }: RuleConditions): number {
  const rank = PATH_RANKS * Math.max(...ranks(hosts, hostRank, HOST_RANKS)) + Math.max(...ranks(paths, pathRank, PATH_RANKS));
  return PRIORITIES_OF_A_RANK * rank + hashOf({ hosts, paths }) % PRIORITIES_OF_A_RANK + PRIORITY.least;
}

/** The same conditions in another order, and hosts in other letters, are the same conditions. */
export const canonical = ({ hosts, paths }: RuleConditions): RuleConditions =>
  ({ hosts: [...new Set(hosts.map(host => host.toLowerCase()))].sort(), paths: [...new Set(paths)].sort() });

/** A rule is as specific as the least specific of its alternatives. */
const ranks = (patterns: readonly string[], rankOf: (pattern: string) => number, count: number): readonly number[] =>
  patterns.length === 0 ? [count - 1] : patterns.map(rankOf);

function hostRank(host: string): number {
  const named = namedParts(host, '.');
  if (!/[*?]/.test(host)) return 0;
  return named === 0 ? HOST_RANKS - 1 : Math.min(Math.max(HOST_RANKS - named, 1), HOST_RANKS - 2);
}

const pathRank = (path: string): number => Math.max(PATH_RANKS - 1 - namedParts(path, '/'), 0);

/** The parts that say more than that there is something. */
const namedParts = (pattern: string, separator: string): number =>
  pattern.split(separator).filter(part => part.replace(/[*?]/g, '') !== '').length;

const hashOf = (conditions: RuleConditions): number =>
  createHash('sha256').update(JSON.stringify(canonical(conditions))).digest().readUInt32BE();

/** Whether every request that one rule matches is also matched by another. */
export const covers = (wide: RuleConditions, narrow: RuleConditions): boolean =>
  coversAll(lowered(wide.hosts), lowered(narrow.hosts)) && coversAll(wide.paths, narrow.paths);

const lowered = (hosts: readonly string[]): readonly string[] => hosts.map(host => host.toLowerCase());

function coversAll(wide: readonly string[], narrow: readonly string[]): boolean {
  if (wide.length === 0) return true;
  return narrow.length > 0 && narrow.every(pattern => wide.some(other => coversPattern(other, pattern)));
}

/** What a wildcard of the narrow pattern may stand for, only a wildcard of the wide one takes in. */
function coversPattern(wide: string, narrow: string): boolean {
  const taking = wide.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*').replace(/\?/g, '[^*]');
  return new RegExp(`^${taking}$`, 's').test(narrow);
}
