import { parseArn } from './arn';
import { bounded, oneLine } from './clean-text';
import type { Evidence } from './evidence';
import { isOrdinary } from './not-recognised';
import { type CauseId, causeOf } from '../causes/catalogue';

const LONGEST_TITLE = 250;

/** One line that names the service, the container and the cause. */
export function titleOf(cause: CauseId, evidence: Evidence, container: string | null): string {
  const where = container && concernsContainer(cause) ? `${subject(evidence)}, container ${container}` : subject(evidence);
  return bounded(oneLine(`${where}: ${cause === 'unknown' ? unrecognised(evidence) : inShort(cause)}`), LONGEST_TITLE);
}

function unrecognised(evidence: Evidence): string {
  if (isOrdinary(evidence)) return `nothing stopped (${evidence.change?.eventName ?? 'an event for information'})`;
  return evidence.change ? `${evidence.change.eventName ?? 'an event'} for a reason that is not recognised` : 'stopped for a reason that is not recognised';
}

/** The first clause of what the catalogue says of a cause, as the rest of a sentence. */
export function inShort(cause: CauseId): string {
  const [clause] = causeOf(cause).summary.replace(/\s*\([^)]*\)/g, '').split(/[:;]|\.$/);
  return /^[A-Z][a-z ]/.test(clause) && !KEEPS_ITS_CAPITAL.test(clause) ? clause[0].toLowerCase() + clause.slice(1) : clause;
}

const KEEPS_ITS_CAPITAL = /^(?:Fargate|Cloud)/;

const concernsContainer = (cause: CauseId): boolean => !/^(?:stop|deploy|capacity)\//.test(cause);

function subject({ service, task }: Evidence): string {
  if (service) return service;
  const family = task.group?.startsWith('family:') ? task.group.slice('family:'.length) : parseArn(task.taskDefinitionArn)?.name.split(':')[0];
  return family ? `task ${family}` : 'stopped task';
}
