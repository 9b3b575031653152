import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { StopQueues } from './stop-queues';
import { TICK } from '../protocol/service-signal';

/** Summaries and what is over come no later than this; without stops, a tick costs one query. */
const EVERY = Duration.minutes(1);

/** Has the analyzer tell what is due without a stop. */
export function defineTick(queues: StopQueues): void {
  queues.collect('TickRule', {
    description: 'Runs the stop analyzer to send due notifications, such as summaries',
    schedule: Schedule.rate(EVERY),
    message: TICK,
  });
}
