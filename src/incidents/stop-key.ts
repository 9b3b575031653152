import { shortHash } from './incident-id';
import type { Evidence } from '../evidence/model/evidence';

/**
 * What is the same in every event of one stop, in duplicates as in later versions of it, and differs from every other stop.
 *
 * An event without a task has no version: it is told by what it reports, and when.
 */
export function stopKey({ account, region, cluster, service, time, task, change }: Evidence): string {
  if (task.taskArn !== undefined) return shortHash([task.taskArn]);
  return shortHash([account, region, cluster, service, time, change?.eventName, change?.deploymentId, change?.reason, task.stoppedReason]);
}
