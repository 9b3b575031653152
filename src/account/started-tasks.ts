import type { ServiceAnswer } from '../facts/account/resources/service';

/** How many tasks of a service ECS started in the last days; more than deployments and scaling ask for replace tasks that stopped. */
export interface StartedTasks {
  readonly count: number;
  /** Whether ECS no longer tells of all of them. */
  readonly atLeast: boolean;
}

/** So far back tasks are counted. */
export const DAYS = 3;

/** DescribeServices answers no more events. */
const MOST_EVENTS = 100;

interface Event {
  readonly createdAt?: string;
  readonly message?: string;
}

/** Counts the tasks that the events of a service say were started; absent where the service tells no events. */
export function startedTasks(service: ServiceAnswer, now: number): StartedTasks | undefined {
  const { events } = service as { readonly events?: readonly Event[] };
  if (events === undefined) return undefined;
  const recent = events.filter(({ createdAt = '' }) => Date.parse(createdAt) >= now - DAYS * 24 * 3_600_000);
  const counts = recent.map(({ message = '' }) => Number(/ has started (\d+) tasks?/.exec(message)?.[1] ?? 0));
  return { count: counts.reduce((one, other) => one + other, 0), atLeast: recent.length >= MOST_EVENTS };
}
