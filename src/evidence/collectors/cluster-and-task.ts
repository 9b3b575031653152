import { shortName } from '../../aws/arn';
import type { Evidence } from '../model/evidence';

/** The cluster, as calls of ECS take it. */
export const clusterOf = ({ task, cluster }: Evidence): string | undefined => task.clusterArn ?? cluster;

/** The id of the task. */
export const taskIdOf = ({ task }: Evidence): string | undefined => task.taskArn === undefined ? undefined : shortName(task.taskArn);

/** When the task was made, in milliseconds; NaN where nobody says. */
export const beginOf = ({ task, time }: Evidence): number => Date.parse(task.createdAt ?? task.startedAt ?? time ?? '');

/** When the task ended, in milliseconds; NaN where nobody says. */
export function endOf({ task, time }: Evidence): number {
  const { stoppedAt, executionStoppedAt, stoppingAt } = task;
  return Date.parse(stoppedAt ?? executionStoppedAt ?? stoppingAt ?? time ?? '');
}
