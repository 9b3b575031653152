import type { Content } from './form';
import { shortName } from '../../../aws/arn';
import { type JsonObject, objects, text } from '../../model/json-fields';
import { readTask, stillRuns } from '../read-task';

/** Whether a task goes on, and nothing says that it stops. */
export const isRunning = stillRuns;

/** What is said of a task that has not stopped: nothing failed, unless its health or the agent of ECS Exec says otherwise. */
export function runningTask(task: JsonObject): Pick<Content, 'findings' | 'healthy'> {
  const isUnwell = task.healthStatus === 'UNHEALTHY' || objects(task.containers).some(hasStoppedAgent);
  if (isUnwell) return { findings: [{ task: readTask(task) }], healthy: [] };
  const arn = text(task.taskArn);
  const name = arn === undefined ? 'the task' : `task ${shortName(arn)}`;
  const status = text(task.lastStatus) ?? String(task.desiredStatus);
  const sentence = status === 'RUNNING'
    ? `${name} is running; diagnose it after it has stopped`
    : `${name} is ${status}: it has not started yet, and ECS has reported no failure; run `
      + `hardened-fargate doctor --why-not-starting --task ${arn ?? '<task-arn>'} to check each step of its start`;
  return { findings: [], healthy: [sentence] };
}

const hasStoppedAgent = ({ managedAgents }: JsonObject): boolean =>
  objects(managedAgents).some(({ lastStatus, status }) => (lastStatus ?? status) === 'STOPPED');
