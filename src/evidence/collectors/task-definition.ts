import { clusterOf } from './cluster-and-task';
import type { Ask, Collector } from './collector';
import { describeService } from './service';
import { shortName } from '../../aws/arn';
import type { Evidence } from '../model/evidence';
import { type JsonObject, isObject, moment, objects, present, text, wholeNumber } from '../model/json-fields';
import type { Rollout } from '../model/trail-event';

/** What the task was made from, and what the service last was steady with. */
export const taskDefinition: Collector = {
  name: 'task-definition',
  tells: 'the task definition, and its changes since the service was last steady',
  brings: ['taskDefinition'],
  calls: [
    'ecs:DescribeServiceDeployments', 'ecs:DescribeServiceRevisions', 'ecs:DescribeServices', 'ecs:DescribeTaskDefinition',
    'ecs:ListServiceDeployments',
  ],
  collect: async (evidence, ask) => {
    const [current, { steady, rollout }] = await Promise.all([
      describeTaskDefinition(evidence.task.taskDefinitionArn, ask), deploymentsOf(evidence, ask),
    ]);
    const changed = steady !== undefined && steady !== evidence.task.taskDefinitionArn;
    const previous = changed ? await describeTaskDefinition(steady, ask) : undefined;
    return present({ taskDefinitions: current === undefined ? undefined : present({ current, previous }), rollout });
  },
};

/** A task definition; a registered one never changes. */
export async function describeTaskDefinition(name: string | undefined, ask: Ask): Promise<JsonObject | undefined> {
  if (name === undefined) return undefined;
  const answer = await ask.answer('ecs:DescribeTaskDefinition', { taskDefinition: shortName(name) });
  return isObject(answer?.taskDefinition) ? answer.taskDefinition : undefined;
}

/** What the deployments of a service tell of a task. */
interface Deployments {
  /** The task definition of the latest deployment that succeeded. */
  readonly steady?: string;
  readonly rollout?: Rollout;
}

/**
 * The service itself lists the deployments that run; older ones are asked for. A task of a deployment that is completed belongs
 * to no rollout.
 */
async function deploymentsOf(evidence: Evidence, ask: Ask): Promise<Deployments> {
  if (evidence.service === undefined) return {};
  const running = objects((await describeService(evidence, ask))?.deployments);
  const completed = running.filter(({ rolloutState }) => rolloutState === 'COMPLETED');
  const isOfCompleted = completed.some(({ id }) => id === evidence.task.startedBy);
  const [steady, rollout] = await Promise.all([
    text(completed[0]?.taskDefinition) ?? lastSteady(evidence, ask), isOfCompleted ? undefined : rolloutOf(evidence, ask),
  ]);
  return { steady, rollout };
}

/** The task definition of the latest deployment that succeeded. */
async function lastSteady(evidence: Evidence, ask: Ask): Promise<string | undefined> {
  const answer = await ask.answer('ecs:ListServiceDeployments', {
    cluster: clusterOf(evidence), service: evidence.service, status: ['SUCCESSFUL'], maxResults: 1,
  });
  const revision = text(objects(answer?.serviceDeployments)[0]?.targetServiceRevisionArn);
  if (revision === undefined) return undefined;
  const described = await ask.answer('ecs:DescribeServiceRevisions', { serviceRevisionArns: [revision] });
  return text(objects(described?.serviceRevisions)[0]?.taskDefinition);
}

/** The latest deployment that is not over, or failed, with the failures that its circuit breaker counted. */
async function rolloutOf(evidence: Evidence, ask: Ask): Promise<Rollout | undefined> {
  const answer = await ask.answer('ecs:ListServiceDeployments', {
    cluster: clusterOf(evidence), service: evidence.service, status: NOT_STEADY, maxResults: 1,
  });
  const arn = text(objects(answer?.serviceDeployments)[0]?.serviceDeploymentArn);
  if (arn === undefined) return undefined;
  const described = await ask.answer('ecs:DescribeServiceDeployments', { serviceDeploymentArns: [arn] });
  const [deployment] = objects(described?.serviceDeployments);
  if (deployment === undefined) return undefined;
  const breaker = isObject(deployment.deploymentCircuitBreaker) ? deployment.deploymentCircuitBreaker : {};
  return present({
    status: text(deployment.status),
    reason: text(deployment.statusReason),
    startedAt: moment(deployment.startedAt),
    failures: wholeNumber(breaker.failureCount),
    threshold: wholeNumber(breaker.threshold),
  });
}

const NOT_STEADY = ['PENDING', 'IN_PROGRESS', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'];
