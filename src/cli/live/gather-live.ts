import type { LiveOptions, LiveTarget } from './live-target';
import { callsToFind, readLive } from './read-live';
import { openWatched } from './watched-account';
import { grantedOn, listOf, readPolicyAsJson } from '../../account/read-policy';
import type { RedactionOptions } from '../../evidence/clean/redact-evidence';
import type { Bounds } from '../../evidence/collect/bounded-account';
import { COLLECTORS, LATER } from '../../evidence/collectors/catalogue';
import type { Collector } from '../../evidence/collectors/collector';
import type { Gathered } from '../input/gather-evidence';

/** What the analyzer reads; and what is there some minutes later only. */
const LIVE_COLLECTORS: readonly Collector[] = [...COLLECTORS, ...LATER];

/** Somebody waits, but not for a queue of messages to be emptied. */
const BOUNDS: Bounds = { callSeconds: 10, budgetSeconds: 60, atOnce: 8 };

/** Reads what is asked for from the account that the profile and the environment name, and says on standard error what it reads. */
export function gatherLive(target: LiveTarget, { region, profile }: LiveOptions, options: RedactionOptions): Promise<Gathered> {
  return readLive(target, openWatched({ region, profile }, BOUNDS), { ...options, collectors: LIVE_COLLECTORS });
}

/**
 * The IAM policy that a live diagnosis of what is named needs, as JSON: about one cluster, service, Region, and account, where they are
 * named. Of a task, nobody knows the service before; and the tasks that failed with it are read, too.
 */
export const livePolicy = ({ cluster, region, service, task, ...named }: LiveOptions): string => readPolicyAsJson(
  [...callsToFind({ cluster, task, ...named }), ...LIVE_COLLECTORS.flatMap(({ calls }) => calls)],
  { ...grantedOn({ clusters: listOf(cluster), region, services: listOf(service), tasks: listOf(task) }), tasks: undefined },
);
