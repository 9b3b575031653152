import type { ServiceAnswer } from '../facts/account/resources/service';

/** How many tasks of a service ECS started in the last days, and how many of them replace tasks that failed. */
export interface StartedTasks {
  readonly count: number;
  /** Whether ECS no longer tells of all of them. */
  readonly atLeast: boolean;
  /** The tasks that were started without a deployment or scaling asking for more. */
  readonly restarts: number;
  /** Whether some of the restarts may be tasks that the service grew by, or some may be missing. */
  readonly isEstimate: boolean;
}

/** So far back tasks are counted. */
export const DAYS = 3;

/** DescribeServices answers no more events. */
const MOST_EVENTS = 100;

interface Event {
  readonly createdAt?: string;
  readonly message?: string;
}

/** What DescribeServices says of the tasks of a service, now and before. */
interface TasksAnswer {
  readonly createdAt?: string;
  readonly runningCount?: number;
  readonly pendingCount?: number;
  readonly desiredCount?: number;
  readonly events?: readonly Event[];
}

/**
 * A task that ends by itself is only replaced. Events tell what ECS stops: for a deployment, for scaling in, or because a task is
 * unhealthy. Only the last is a restart, and not every such event names the task.
 */
const UNHEALTHY = /failed (?:container|ELB) health checks|is unhealthy/;
const TASK = /\(task ([0-9a-f-]+)\)/;

/** Counts the tasks that the events of a service say were started; absent where the service tells no events. */
export function startedTasks(service: ServiceAnswer, now: number): StartedTasks | undefined {
  const { events, ...counts } = service as TasksAnswer;
  if (events === undefined) return undefined;
  const begin = now - DAYS * 24 * 3_600_000;
  const messages = events.filter(({ createdAt = '' }) => Date.parse(createdAt) >= begin).map(({ message = '' }) => message);
  const count = sumOf(messages, / has started (\d+) tasks?/);
  const atLeast = messages.length >= MOST_EVENTS;
  const isNew = Date.parse(counts.createdAt ?? '') >= begin;
  const unhealthy = messages.filter(message => UNHEALTHY.test(message)).map(message => TASK.exec(message)?.[1]);
  const replaced = count - sumOf(messages, / has stopped (\d+) running tasks?/) + new Set(unhealthy.filter(Boolean)).size;
  return {
    count,
    atLeast,
    restarts: Math.max(0, replaced - grownBy(counts, isNew)),
    isEstimate: atLeast || !isNew || unhealthy.includes(undefined),
  };
}

const sumOf = (messages: readonly string[], words: RegExp): number =>
  messages.reduce((sum, message) => sum + Number(words.exec(message)?.[1] ?? 0), 0);

/** A new service grew by all its tasks; of an older one only those are known that a deployment runs beyond the desired ones. */
function grownBy({ runningCount = 0, pendingCount = 0, desiredCount = 0 }: TasksAnswer, isNew: boolean): number {
  const tasks = runningCount + pendingCount;
  return isNew ? tasks : Math.max(0, tasks - desiredCount);
}
