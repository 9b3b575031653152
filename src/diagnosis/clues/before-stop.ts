import type { Evidence } from '../../evidence/model/evidence';

/** Whether a moment is certainly before the task was created, so that nobody mended anything since. */
export function beforeStop(moment: string | undefined, { task, time }: Evidence): boolean {
  const begin = Date.parse(task.createdAt ?? task.startedAt ?? task.stoppedAt ?? time ?? '');
  return moment !== undefined && Date.parse(moment) < begin;
}
