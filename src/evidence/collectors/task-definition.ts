import type { Ask, Collector } from './collector';
import { clusterOf } from './whereabouts';
import { shortName } from '../../aws/arn';
import type { Evidence } from '../model/evidence';
import { type JsonObject, isObject, objects, present, text } from '../model/json-fields';

/** What the task was made from, and what the service last was steady with. */
export const taskDefinition: Collector = {
  name: 'task-definition',
  tells: 'the task definition, and what it changed since the service was steady',
  brings: ['taskDefinition'],
  calls: ['ecs:DescribeTaskDefinition', 'ecs:ListServiceDeployments', 'ecs:DescribeServiceRevisions'],
  collect: async (evidence, ask) => {
    const [current, steady] = await Promise.all([describeTaskDefinition(evidence.task.taskDefinitionArn, ask), lastSteady(evidence, ask)]);
    const changed = steady !== undefined && steady !== evidence.task.taskDefinitionArn;
    const previous = changed ? await describeTaskDefinition(steady, ask) : undefined;
    return current === undefined ? {} : { taskDefinitions: present({ current, previous }) };
  },
};

/** A task definition; a registered one never changes. */
export async function describeTaskDefinition(name: string | undefined, ask: Ask): Promise<JsonObject | undefined> {
  if (name === undefined) return undefined;
  const answer = await ask.answer('ecs:DescribeTaskDefinition', { taskDefinition: shortName(name) });
  return isObject(answer?.taskDefinition) ? answer.taskDefinition : undefined;
}

/** The task definition of the latest deployment that succeeded. */
async function lastSteady(evidence: Evidence, ask: Ask): Promise<string | undefined> {
  if (evidence.service === undefined) return undefined;
  const answer = await ask.answer('ecs:ListServiceDeployments', {
    cluster: clusterOf(evidence), service: evidence.service, status: ['SUCCESSFUL'], maxResults: 1,
  });
  const revision = text(objects(answer?.serviceDeployments)[0]?.targetServiceRevisionArn);
  if (revision === undefined) return undefined;
  const described = await ask.answer('ecs:DescribeServiceRevisions', { serviceRevisionArns: [revision] });
  return text(objects(described?.serviceRevisions)[0]?.taskDefinition);
}
