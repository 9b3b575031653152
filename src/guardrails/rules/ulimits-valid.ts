import type { UlimitFacts } from '../../facts/model/container';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

/** Linux answers EINVAL: https://man7.org/linux/man-pages/man2/getrlimit.2.html. */
export const ulimitsValid: ContainerRule = {
  id: 'ulimits-valid',
  class: 'cannot start',
  judges: 'container',
  property: 'Ulimits',
  reads: ['task.containers.ulimits'],
  title: 'The soft limit of a ulimit should not be above its hard limit.',
  why: 'Linux rejects a soft limit above the hard limit, and the container does not start.',
  fix: 'Set softLimit to at most hardLimit in ulimits of addContainer. '
    + 'Do the same in addUlimits for a container of HardenedFargateService.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html'],
  prevents: [],
  breaks: { ulimits: [{ name: 'nofile', soft: 65_535, hard: 1024 }] },
  holds: ({ ulimits }) => {
    if (!isKnown(ulimits)) return UNKNOWN;
    const faults = ulimits.flatMap(faultOf);
    if (faults.length > 0) return { seen: faults.join('; ') };
    return ulimits.every(({ hard, soft }) => isKnown(hard) && isKnown(soft)) || UNKNOWN;
  },
};

function faultOf({ hard, name, soft }: UlimitFacts): readonly string[] {
  if (typeof soft !== 'number' || typeof hard !== 'number' || orNoLimit(soft) <= orNoLimit(hard)) return [];
  return [`the soft limit of ${isKnown(name) ? `'${name}'` : 'a ulimit'} is ${soft}, and its hard limit is ${hard}`];
}

const orNoLimit = (limit: number): number => limit === -1 ? Infinity : limit;
