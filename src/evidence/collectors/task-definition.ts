import type { Ask, Collector } from './collector';
import { describeService } from './service';
import { clusterOf } from './whereabouts';
import { shortName } from '../../aws/arn';
import type { Evidence } from '../model/evidence';
import { type JsonObject, isObject, moment, objects, present, text, wholeNumber } from '../model/json-fields';
import type { Rollout } from '../model/trail-event';

/** What the task was made from, and what the service last was steady with. */
export const taskDefinition: Collector = {
  name: 'task-definition',
  tells: 'the task definition, and what it changed since the service was steady',
  brings: ['taskDefinition'],
  calls: [
    'ecs:DescribeServiceDeployments', 'ecs:DescribeServiceRevisions', 'ecs:DescribeServices', 'ecs:DescribeTaskDefinition',
    'ecs:ListServiceDeployments',
  ],
  collect: async (evidence, ask) => {
    const [current, steady, rollout] = await Promise.all([
      describeTaskDefinition(evidence.task.taskDefinitionArn, ask), lastSteady(evidence, ask), rolloutOf(evidence, ask),
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

/** The task definition of the latest deployment that succeeded: one that goes on is told with its service. */
async function lastSteady(evidence: Evidence, ask: Ask): Promise<string | undefined> {
  if (evidence.service === undefined) return undefined;
  const deployments = objects((await describeService(evidence, ask))?.deployments);
  const steady = text(deployments.find(({ rolloutState }) => rolloutState === 'COMPLETED')?.taskDefinition);
  if (steady !== undefined) return steady;
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
  if (evidence.service === undefined) return undefined;
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
