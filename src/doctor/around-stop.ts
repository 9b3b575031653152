import type { Reading } from '../account/reading';
import { type JsonObject, moment, objects, present } from '../evidence/model/json-fields';
import type { AccountAnswers } from '../facts/account/account-answers';
import type { Finding } from '../guardrails/evaluate';

/** A task that stopped, with what was read around it, as an evidence bundle. */
export async function aroundStop(
  task: JsonObject, answers: AccountAnswers | undefined, findings: readonly Finding[], reading: Reading,
): Promise<JsonObject> {
  if (answers === undefined) return { task };
  const { services: [service], taskDefinitions, targetGroups } = answers;
  const current = taskDefinitions.find(definition => (definition as JsonObject).taskDefinitionArn === task.taskDefinitionArn);
  const named = targetGroups.find(({ targetGroup }) => String(task.stoppedReason).includes(String(targetGroup.TargetGroupArn)));
  const { targetGroup } = named ?? targetGroups[0] ?? {};
  return present({
    task,
    service: service && { ...service, events: eventsSince(task.createdAt, service as JsonObject) },
    taskDefinitions: current && { current },
    targetGroup: targetGroup && { ...targetGroup, TargetHealth: await unhealthyTargets(targetGroup.TargetGroupArn, reading) },
    findings: findings.filter(({ level, class: what }) => level === 'error' || what === 'may fail')
      .map(({ rule, seen }) => ({ rule: rule.id, seen })),
  }) as JsonObject;
}

/** What the service said before the task was there is about others. */
const eventsSince = (createdAt: unknown, service: JsonObject): readonly JsonObject[] => objects(service.events)
  .filter(event => !(Date.parse(moment(event.createdAt) ?? '') < Date.parse(moment(createdAt) ?? '')));

/** Neighbors that are well, now, say nothing of the task that stopped. */
async function unhealthyTargets(TargetGroupArn: string | undefined, reading: Reading): Promise<readonly JsonObject[]> {
  const health = await reading.all<JsonObject>('elasticloadbalancing:DescribeTargetHealth', { TargetGroupArn }, 'TargetHealthDescriptions');
  return objects(health).filter(({ TargetHealth }) => (TargetHealth as JsonObject | undefined)?.State === 'unhealthy');
}
