import { createHash } from 'node:crypto';
import { normalizeMessage } from './normalize-message';
import type { Diagnosis } from '../diagnosis/model/diagnosis';
import type { Evidence } from '../evidence/model/evidence';

const CHARACTERS = 16;

/**
 * The id of the incident that a stop belongs to: the same for stops of the same service and container with the same cause and message.
 *
 * It rests on the event alone, because the account is not read for every stop.
 */
export function incidentId({ account, region, change }: Evidence, fromEvent: Diagnosis): string {
  const { cluster, service, taskDefinitionArn, container, cause, exitCode, stoppedReason, containerReason } = fromEvent;
  const subject = service ?? familyOf(taskDefinitionArn);
  const messages = [stoppedReason, containerReason, change?.eventName, change?.reason].map(text => normalizeMessage(text ?? ''));
  return shortHash([account, region, cluster, subject, container, cause, exitCode, ...messages]);
}

/** A short text that stands for these values. */
export const shortHash = (values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, CHARACTERS);

/** A task of no service is told by the family of its task definition. */
const familyOf = (taskDefinitionArn: string | null): string | null => taskDefinitionArn?.replace(/:\d+$/, '') ?? null;
