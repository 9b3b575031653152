import { clusterOf } from './cluster-and-task';
import type { Collector } from './collector';
import { objects } from '../model/json-fields';

/** The answer of one call names so many. */
const MOST_TASKS = 100;

/** The tasks of a deployment that stopped, while ECS remembers them. */
export const failedTasks: Collector = {
  name: 'failed-tasks',
  tells: 'the stopped tasks of a deployment',
  brings: ['stop'],
  calls: ['ecs:ListTasks', 'ecs:DescribeTasks'],
  collect: async (evidence, ask) => {
    const { service, change } = evidence;
    if (service === undefined || change === undefined) return {};
    const { deploymentId } = change;
    const cluster = clusterOf(evidence);
    const listed = await ask.answer('ecs:ListTasks', { cluster, serviceName: service, desiredStatus: 'STOPPED', maxResults: MOST_TASKS });
    const arns = Array.isArray(listed?.taskArns) ? listed.taskArns : [];
    if (arns.length === 0) return {};
    const described = await ask.answer('ecs:DescribeTasks', { cluster, tasks: arns });
    const tasks = objects(described?.tasks).filter(({ startedBy }) => deploymentId === undefined || startedBy === deploymentId);
    return tasks.length === 0 ? {} : { tasks };
  },
};
