import type { Content, Form } from './form';
import { parseArn, shortName } from '../../../aws/arn';
import { tellsOfFailure, tellsOfSteadyState } from '../../../aws/service-message';
import { isObject, type JsonObject, objects, present, text, wholeNumber } from '../../model/json-fields';
import { type Findings, NO_TASK } from '../../model/partial-evidence';
import { readDeployment } from '../read-deployment';
import { readService } from '../read-service';
import { UnreadableEvidence } from '../unreadable-evidence';

/** What describe-services, create-service and update-service answer. */
export const describeServices: Form = {
  name: 'the output of describe-services',
  recognizes: ({ services, failures }) => objects(services).some(looksLikeService) || Array.isArray(services) && Array.isArray(failures),
  read: ({ services, failures }, place) => {
    const contents = objects(services).map(readOne);
    const isMissing = objects(failures).some(({ reason }) => reason === 'MISSING');
    return {
      findings: contents.flatMap(({ findings }) => findings),
      healthy: contents.flatMap(({ healthy }) => healthy),
      unreadable: isMissing ? [new UnreadableEvidence(place, MISSING)] : [],
    };
  },
};

const MISSING = 'the service is MISSING: check its name, the cluster and the Region, and describe the service again';

/** What create-service and update-service answer. */
export const serviceAnswer: Form = {
  name: 'the output of update-service',
  recognizes: ({ service: inner }) => isObject(inner),
  read: ({ service: inner }, place, readInner) => ({ ...readInner(inner, place === '' ? 'service' : `${place}.service`) }),
};

/** One service, as describe-services lists it. */
export const service: Form = {
  name: 'a service',
  recognizes: value => looksLikeService(value) && !('task' in value || 'event' in value),
  read: readOne,
};

export const looksLikeService = (value: JsonObject): boolean =>
  ['serviceName', 'serviceArn'].some(field => text(value[field]) !== undefined) && !('serviceDeploymentArn' in value)
  || 'runningCount' in value && 'desiredCount' in value && ('events' in value || 'deployments' in value);

/** A service that lacks tasks, or says since its last steady state that something failed, is evidence; any other is well. */
function readOne(value: JsonObject): Pick<Content, 'findings' | 'healthy'> {
  const { events, ...findings } = readService(value);
  const since = sinceSteady(events);
  const failed = failedDeployment(value);
  if (failed === undefined && value.desiredCount !== 0 && !lacksTasks(value) && !since.some(tellsOfFailure)) {
    return { findings: [], healthy: [isWell(value)] };
  }
  const { change, task = NO_TASK } = failed === undefined ? {} : readDeployment(failed);
  return { findings: [{ ...findings, ...placeOf(value), ...present({ change }), task, serviceEvents: since }], healthy: [] };
}

/** The messages of a service, newest first, until it last was well; all of them when the newest says that it is well again. */
function sinceSteady(events: readonly string[]): readonly string[] {
  const steady = events.findIndex(tellsOfSteadyState);
  return steady <= 0 ? events.filter(message => steady !== 0 || tellsOfSteadyState(message)) : events.slice(0, steady);
}

const failedDeployment = ({ deployments }: JsonObject): JsonObject | undefined =>
  objects(deployments).find(({ rolloutState }) => rolloutState === 'FAILED');

function lacksTasks({ desiredCount, runningCount, deployments }: JsonObject): boolean {
  const [desired, running] = [wholeNumber(desiredCount), wholeNumber(runningCount)];
  const hasFailures = objects(deployments).some(({ status, failedTasks }) => status === 'PRIMARY' && (wholeNumber(failedTasks) ?? 0) > 0);
  return hasFailures || desired !== undefined && running !== undefined && running < desired;
}

function isWell({ serviceName, serviceArn, desiredCount, runningCount }: JsonObject): string {
  const name = text(serviceName) ?? (text(serviceArn) === undefined ? undefined : shortName(String(serviceArn)));
  const counts = wholeNumber(runningCount) === undefined ? '' : ` runs ${String(runningCount)} of ${String(desiredCount)} tasks`;
  return `${name === undefined ? 'the service' : `service ${name}`}${counts || ' reports no failure'}`;
}

function placeOf({ serviceArn }: JsonObject): Partial<Findings> {
  const arn = parseArn(text(serviceArn));
  return arn === undefined ? {} : present({ region: arn.region, account: arn.account, cluster: arn.cluster, service: arn.name });
}
