import { defineCanary } from './canary';
import type { StopQueues } from './stop-queues';
import { defineTick } from './tick';

/** What the analyzer does by the clock. */
export function defineSchedules(queues: StopQueues): void {
  defineCanary(queues);
  defineTick(queues);
}
