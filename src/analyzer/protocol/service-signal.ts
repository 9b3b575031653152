import { eventIn, fieldsOf } from './event-in';
import { SECOND_LOOK, type SecondLook, secondLookIn } from './second-look';
import { parseArn } from '../../aws/arn';

/** What an event says that reports no stop. */
export type Signal =
  | { readonly kind: 'tick' }
  | SecondLook
  | { readonly kind: 'steady'; readonly cluster: string | undefined; readonly service: string; readonly since: string }
  | { readonly kind: 'rollout-began'; readonly deployment: string }
  | { readonly kind: 'rollout-ended'; readonly deployment: string };

/** What the schedule puts into the queue. Its source is its own, because PutEvents takes none that begins with `aws.`. */
export const TICK = { 'source': 'hardened-fargate.schedule', 'detail-type': 'Incidents Due' } as const;

/** The signal in an event; nothing when the event may report a stop. */
export function signalIn(body: string): Signal | undefined {
  const event = parsed(body);
  if (event.source === TICK.source) return { kind: 'tick' };
  if (event.source === SECOND_LOOK.source) return secondLookIn(event);
  return event.source === 'aws.ecs' ? serviceSignal(event) : undefined;
}

function serviceSignal(event: Readonly<Record<string, unknown>>): Signal | undefined {
  const { eventName, deploymentId: deployment, reason } = fieldsOf(event.detail);
  if (eventName === 'SERVICE_STEADY_STATE') return steady(event);
  if (typeof deployment !== 'string') return undefined;
  if (eventName === 'SERVICE_DEPLOYMENT_COMPLETED') return { kind: 'rollout-ended', deployment };
  // A rollback in progress is what a failed deployment says of itself.
  const isRollback = String(reason).includes('rolling back');
  return eventName === 'SERVICE_DEPLOYMENT_IN_PROGRESS' && !isRollback ? { kind: 'rollout-began', deployment } : undefined;
}

function steady({ resources, time }: Readonly<Record<string, unknown>>): Signal | undefined {
  const arns = Array.isArray(resources) ? resources.map(arn => parseArn(String(arn))) : [];
  const service = arns.find(arn => arn?.kind === 'service');
  if (service === undefined || typeof time !== 'string' || Number.isNaN(Date.parse(time))) return undefined;
  return { kind: 'steady', cluster: service.cluster, service: service.name, since: new Date(time).toISOString() };
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    return eventIn(JSON.parse(body));
  } catch {
    return {};
  }
}
