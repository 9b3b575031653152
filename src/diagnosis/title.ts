import { isOrdinary } from './not-recognised';
import { parseArn } from '../aws/arn';
import type { CauseId } from '../causes/catalogue';
import { inShort } from '../causes/in-short';
import { bounded, oneLine } from '../evidence/clean/clean-text';
import type { Evidence } from '../evidence/model/evidence';

const LONGEST_TITLE = 250;

/** One line that names the service, the container and the cause. */
export function titleOf(cause: CauseId, evidence: Evidence, container: string | null): string {
  const where = container && concernsContainer(cause) ? `${subject(evidence)}, container ${container}` : subject(evidence);
  return bounded(oneLine(`${where}: ${cause === 'unknown' ? unrecognised(evidence) : inShort(cause)}`), LONGEST_TITLE);
}

function unrecognised(evidence: Evidence): string {
  if (isOrdinary(evidence)) return `nothing stopped (${evidence.change?.eventName ?? 'an event for information'})`;
  return evidence.change
    ? `${evidence.change.eventName ?? 'an event'} for a reason that is not recognised`
    : 'stopped for a reason that is not recognised';
}

const concernsContainer = (cause: CauseId): boolean => !/^(?:stop|deploy|capacity)\//.test(cause);

function subject({ service, task }: Evidence): string {
  if (service) return service;
  const family = task.group?.startsWith('family:')
    ? task.group.slice('family:'.length)
    : parseArn(task.taskDefinitionArn)?.name.split(':')[0];
  return family ? `task ${family}` : 'stopped task';
}
