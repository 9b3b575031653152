import { shortName } from '../../aws/arn';
import { SIGTERM } from '../../aws/exit-codes';
import type { Evidence } from '../../evidence/model/evidence';
import { atMost, inServiceEvents, inStopReason, together, type Reader, type Wording } from '../matching/wording';

/**
 * Reads what the service says of the health of its tasks.
 *
 * A service goes on speaking of tasks that are long gone, so its words count in full only where they can be of this one:
 * the task was stopped for its health, or says nothing itself, or is named.
 */
export function ofThisTask(wording: Wording, own: Reader): Reader {
  const inEvents = inServiceEvents(wording);
  return together(own, evidence => {
    const said = inEvents(evidence);
    return said.length === 0 || isAboutHealth(evidence) ? said : atMost('possible', said.filter(({ quote }) => isOfTask(evidence, quote)));
  });
}

/** What often makes the checks of a load balancer fail, where neither an event nor the log says why. */
export function unexplained(says: string): Reader {
  const failed = inStopReason({ sure: 'possible', says, words: ['failed ELB health checks', 'is unhealthy in'] });
  return evidence => isExplained(evidence) || isBareFailure(evidence) || evidence.logTail.length > 0 ? [] : failed(evidence);
}

/** Without a code it says that nothing sensible came back, which is no timeout. */
const isBareFailure = ({ serviceEvents }: Evidence): boolean => serviceEvents.some(message => /health checks failed\)/i.test(message));

/** With a code or a timeout the events say why. */
export const isExplained = ({ serviceEvents }: Evidence): boolean =>
  serviceEvents.some(message => /codes:? \[\d|timed out|connection refused/i.test(message));

/** Whether the task was stopped for its health, or nothing says for what. */
export function isAboutHealth({ task: { stoppedReason = '', containers } }: Evidence): boolean {
  if (/health check|unhealthy/i.test(stoppedReason)) return true;
  return /^(?:\s*task failed to start)?\W*$/i.test(stoppedReason)
    && containers.every(({ reason, exitCode }) => !reason && (exitCode === undefined || exitCode === 0 || exitCode === SIGTERM));
}

/** Whether ECS stopped a task whose containers had started, because the check of one of them failed. */
export const failedContainerCheck = ({ task: { stoppedReason = '' } }: Evidence): boolean =>
  /failed container health checks/i.test(stoppedReason);

/** The words that are quoted may stand in several messages, of which one names the task. */
const isOfTask = ({ task: { taskArn }, serviceEvents }: Evidence, quote: string): boolean =>
  taskArn !== undefined && serviceEvents.some(message => message.includes(quote) && message.includes(shortName(taskArn)));
