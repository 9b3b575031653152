import { readTask } from './read-task';
import { UnreadableEvidence } from './unreadable-evidence';
import { parseArn } from '../../aws/arn';
import type { ServiceChange } from '../model/evidence';
import { isObject, type JsonObject, moment, present, text } from '../model/json-fields';
import { type Findings, NO_TASK } from '../model/partial-evidence';

const READERS: ReadonlyMap<string, (event: JsonObject, detail: JsonObject) => Findings> = new Map([
  ['ECS Task State Change', (_event, detail) => ({ task: readTask(detail) })],
  ['ECS Service Action', (event, detail) => readChange('action', event, detail)],
  ['ECS Deployment State Change', (event, detail) => readChange('deployment', event, detail)],
  ['ECS Hook State Change', (event, detail) => readChange('deployment', event, detail)],
]);

/** Whether an object is an EventBridge event of any kind. */
export const looksLikeEvent = (value: JsonObject): boolean => 'detail-type' in value || 'detail' in value && 'source' in value;

/** Reads an EventBridge event that ECS sent; an event of another kind is refused by name. */
export function readEvent(event: JsonObject, place: string): Findings {
  const kind = text(event['detail-type']) ?? '';
  const source = text(event.source) ?? 'aws.ecs';
  const read = READERS.get(kind);
  if (!read || source !== 'aws.ecs') {
    throw new UnreadableEvidence(place, `this is an event '${kind}' of source '${source}', which does not report a stop; `
      + `expected an event of source 'aws.ecs' with detail-type ${[...READERS.keys()].map(name => `'${name}'`).join(', ')}`);
  }
  const { detail } = event;
  if (!isObject(detail)) {
    throw new UnreadableEvidence(
      join(place, 'detail'),
      `this must be the detail object of an event '${kind}', but is ${detail === undefined ? 'nothing' : typeof detail}; `
        + 'pass the event as EventBridge delivered it',
    );
  }
  return { ...read(event, detail), ...envelope(event, detail) };
}

const envelope = (event: JsonObject, detail: JsonObject): Partial<Findings> => present({
  region: text(event.region),
  account: text(event.account),
  time: moment(event.time) ?? moment(detail.updatedAt),
});

const readChange = (kind: ServiceChange['kind'], event: JsonObject, detail: JsonObject): Findings => ({
  task: NO_TASK,
  change: present({
    kind,
    eventName: text(detail.eventName),
    eventType: text(detail.eventType),
    deploymentId: text(detail.deploymentId) ?? text(detail.serviceDeploymentArn),
    hookId: text(detail.hookId),
    reason: text(detail.reason),
  }),
  ...serviceOf(event, detail),
});

/** The service stands in `resources`, sometimes also in the detail, under a name that depends on the call that caused the event. */
function serviceOf({ resources }: JsonObject, detail: JsonObject): Partial<Findings> {
  const arns = [...Array.isArray(resources) ? resources : [], detail.serviceArn].map(arn => parseArn(text(arn)));
  const service = arns.find(arn => arn?.kind === 'service');
  const named = { cluster: parseArn(text(detail.clusterArn))?.name, service: text(detail.serviceName) ?? text(detail.service) };
  if (!service) return present(named);
  return present({
    ...named,
    cluster: named.cluster ?? service.cluster,
    service: service.name,
    region: service.region,
    account: service.account,
  });
}

/** A place one field deeper. */
export const join = (place: string, field: string): string => place ? `${place}.${field}` : field;
