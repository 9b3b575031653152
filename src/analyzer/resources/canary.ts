import { Duration } from 'aws-cdk-lib';
import { Match, Schedule } from 'aws-cdk-lib/aws-events';
import type { StopQueues } from './stop-queues';
import { CANARY_DUE, CANARY_EVENT } from '../protocol/canary-event';

/** As long as ECS remembers a stopped task. */
const EVERY = Duration.hours(1);

/**
 * Sends an event once an hour the way that stops take: from the event bus by a rule into the queue, and to the function.
 *
 * The first rule has the function put it on the event bus, the second one takes it from there; it comes out as a heartbeat.
 */
export function defineCanary(queues: StopQueues): void {
  queues.collect('CanaryDueRule', {
    description: 'Runs the canary of the stop analyzer once an hour',
    schedule: Schedule.rate(EVERY),
    message: CANARY_DUE,
  });
  queues.collect('CanaryRule', {
    description: 'Events of the canary of the stop analyzer',
    eventPattern: {
      source: [CANARY_EVENT.source],
      detailType: [CANARY_EVENT.detailType],
      resources: Match.exactString(queues.queue.queueArn),
    },
  });
}
