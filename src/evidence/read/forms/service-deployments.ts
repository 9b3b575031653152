import type { Content, Form } from './form';
import { type JsonObject, objects, present, text, wholeNumber } from '../../model/json-fields';
import { readDeployment } from '../read-deployment';

/** What describe-service-deployments answers. */
export const serviceDeployments: Form = {
  name: 'the output of describe-service-deployments',
  recognizes: ({ serviceDeployments: list }) => Array.isArray(list) && list.length > 0,
  read: ({ serviceDeployments: list }) => {
    const contents = objects(list).map(readOne);
    return { findings: contents.flatMap(({ findings }) => findings), healthy: contents.flatMap(({ healthy }) => healthy) };
  },
};

/** One deployment, as describe-services or describe-service-deployments lists it. */
export const deployment: Form = {
  name: 'a deployment',
  recognizes: value => 'rolloutState' in value || 'serviceDeploymentArn' in value,
  read: readOne,
};

function readOne(value: JsonObject): Pick<Content, 'findings' | 'healthy'> {
  const state = text(value.status) ?? '';
  const failures = wholeNumber(value.failedTasks) ?? 0;
  const isDone = value.rolloutState === 'COMPLETED' || state === 'SUCCESSFUL';
  if (isDone && failures === 0) return { findings: [], healthy: ['the deployment completed'] };
  const findings = readDeployment(value);
  const eventName = value.rolloutState === undefined ? EVENTS[state] : undefined;
  return { findings: [{ ...findings, ...findings.change && { change: { ...findings.change, ...present({ eventName }) } } }], healthy: [] };
}

/** The event that ECS sends when a service deployment comes to this status. */
const EVENTS: Readonly<Record<string, string | undefined>> = {
  ROLLBACK_FAILED: 'SERVICE_DEPLOYMENT_FAILED',
  ROLLBACK_IN_PROGRESS: 'SERVICE_DEPLOYMENT_FAILED',
  ROLLBACK_SUCCESSFUL: 'SERVICE_DEPLOYMENT_FAILED',
  // Only StopServiceDeployment leads to these.
  ROLLBACK_REQUESTED: 'SERVICE_DEPLOYMENT_STOPPED',
  STOP_REQUESTED: 'SERVICE_DEPLOYMENT_STOPPED',
  STOPPED: 'SERVICE_DEPLOYMENT_STOPPED',
  IN_PROGRESS: 'SERVICE_DEPLOYMENT_IN_PROGRESS',
};
