import type { Evidence } from '../../evidence/model/evidence';

const ASKED = new Set(['ServiceSchedulerInitiated', 'UserInitiated', 'SpotInterruption', 'TerminationNotice', 'InfrastructureHealth']);
const ASKED_IN_WORDS = /scaling activity|health checks|spot task|stopped by user|maintenance|host ec2/i;

/** Whether somebody asked for the end of the task: then its exit code is the answer to SIGTERM, and no cause. */
export const wasAskedToStop = ({ task }: Evidence): boolean =>
  ASKED.has(task.stopCode ?? '') || ASKED_IN_WORDS.test(task.stoppedReason ?? '');

/** Whether the task belongs to a service, which wants it to run for ever; undefined when nothing says so. */
export function belongsToService({ task, service }: Evidence): boolean | undefined {
  const { group = '', startedBy = '' } = task;
  if (service || /^service:/.test(group) || /^ecs-svc\//.test(startedBy)) return true;
  return startedBy !== '' || /^family:/.test(group) ? false : undefined;
}
