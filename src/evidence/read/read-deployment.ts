import { parseArn } from '../../aws/arn';
import type { Evidence } from '../model/evidence';
import { isObject, type JsonObject, present, text, wholeNumber } from '../model/json-fields';
import { type Findings, NO_TASK } from '../model/partial-evidence';

/** Reads a deployment as describe-services lists it, or as describe-service-deployments answers it. */
export function readDeployment(deployment: JsonObject): Findings {
  const state = text(deployment.rolloutState);
  return {
    task: { ...NO_TASK, ...present({ taskDefinitionArn: text(deployment.taskDefinition) }) },
    change: present({
      kind: 'deployment',
      // ECS calls the event of this state so.
      eventName: state && `SERVICE_DEPLOYMENT_${state}`,
      deploymentId: text(deployment.id) ?? text(deployment.serviceDeploymentArn),
      failedTasks: wholeNumber(deployment.failedTasks),
      reason: text(deployment.rolloutStateReason) ?? text(deployment.statusReason),
    } as const),
    ...placeOf(deployment),
  };
}

function placeOf({ serviceArn }: JsonObject): Partial<Evidence> {
  const service = parseArn(text(serviceArn));
  return service ? present({ region: service.region, account: service.account, cluster: service.cluster, service: service.name }) : {};
}

/** Whether a bundle speaks of a deployment and gives its tasks, which then are evidence of the one deployment. */
export const isOfDeployment = (value: JsonObject): boolean =>
  [value.deployment, value.event].some(isObject) && [value.tasks, value.failedTasks].some(Array.isArray);
