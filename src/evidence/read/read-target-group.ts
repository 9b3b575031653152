import { UnreadableEvidence } from './unreadable-evidence';
import { isObject, type JsonObject, objects, present, text, uncapitalised, wholeNumber } from '../model/json-fields';
import type { TargetGroupSettings, TargetHealth } from '../model/settings';

/** Reads a target group as describe-target-groups answers it, with the health of its targets as describe-target-health does. */
export function readTargetGroup(value: unknown, place: string): TargetGroupSettings | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) {
    throw new UnreadableEvidence(place, `this must be an object, a target group with its targetHealth, but is ${typeof value}`);
  }
  const answer = uncapitalised(value);
  const group = uncapitalised(objects(answer.targetGroups)[0] ?? answer);
  return {
    ...present({
      arn: text(group.targetGroupArn),
      port: wholeNumber(group.port),
      protocol: text(group.protocol),
      targetType: text(group.targetType),
    }),
    ...checkOf(group),
    targets: targetsIn(group.targetHealth ?? answer.targetHealth ?? answer.targetHealthDescriptions).map(readTarget),
  };
}

const checkOf = (group: JsonObject): Omit<TargetGroupSettings, 'targets'> => present({
  checkProtocol: text(group.healthCheckProtocol),
  checkPort: wholeNumber(group.healthCheckPort),
  path: text(group.healthCheckPath),
  matcher: isObject(group.matcher) ? text(uncapitalised(group.matcher).httpCode) : undefined,
  intervalSeconds: wholeNumber(group.healthCheckIntervalSeconds),
  timeoutSeconds: wholeNumber(group.healthCheckTimeoutSeconds),
  unhealthyThreshold: wholeNumber(group.unhealthyThresholdCount),
});

/** The list, or the answer with the list in it. */
const targetsIn = (value: unknown): readonly JsonObject[] =>
  objects(isObject(value) ? uncapitalised(value).targetHealthDescriptions : value);

function readTarget(description: JsonObject): TargetHealth {
  const { target, targetHealth } = uncapitalised(description);
  const { id, port } = uncapitalised(isObject(target) ? target : {});
  const { state, reason, description: words } = uncapitalised(isObject(targetHealth) ? targetHealth : description);
  return present({ address: text(id), port: wholeNumber(port), state: text(state), reason: text(reason), description: text(words) });
}
