import { Stack, Token } from 'aws-cdk-lib';
import type { BaseService } from 'aws-cdk-lib/aws-ecs';
import type { Rule } from 'aws-cdk-lib/aws-events';
import { Construct, type IConstruct } from 'constructs';
import { collectInto, type Collection, type QueuePair, type StopQueues } from './stop-queues';
import { bundleTemplate } from '../subjects/acknowledged';
import { eventsOfServices, stopsOfTask, type WatchedEvents } from '../subjects/watched-events';
import type { WatchedTasks } from '../subjects/watched-tasks';

/** What the rules of a subject are for, as EventBridge shows it. */
export const DESCRIPTIONS = {
  stops: 'Tasks of Fargate services that stopped',
  troubles: 'Deployments and placements of Fargate services that failed',
} as const satisfies Readonly<Record<keyof WatchedEvents, string>>;

/** Two rules, because the names in one pattern for both may have no room in it. */
export const twoRules = (
  name: string, { stops, troubles }: WatchedEvents, collect: Collect, others: Partial<Collection> = {},
): Rule[] => [
  collect(`StopRule${name}`, { description: DESCRIPTIONS.stops, eventPattern: stops, ...others }),
  collect(`TroubleRule${name}`, { description: DESCRIPTIONS.troubles, eventPattern: troubles, ...others }),
];

/** The two rules of a service in the stack of its analyzer. */
export const rulesOfService = (service: BaseService, queues: StopQueues, watched: readonly BaseService[]): readonly Rule[] =>
  ownRules(nameOf(service), service, watched, (id, collection) => queues.collect(id, collection));

/**
 * The two rules of a service that put its events into the queue of an analyzer that is declared elsewhere, in the stack of the service.
 *
 * The stack of the analyzer never refers to a service, so many stacks can use one analyzer. The rules of each analyzer have ids
 * of their own: when a service moves to another one, the new rules are there before the old ones go.
 */
export function rulesBesideService(
  service: BaseService, analyzer: IConstruct, queues: QueuePair, watched: readonly BaseService[],
): readonly Rule[] {
  requireOnePlace(service, queues);
  const scope = new Construct(service.node.scope ?? service, `${service.node.id}StopRules${analyzer.node.addr.slice(-8)}`);
  return ownRules('', service, watched, (id, collection) => collectInto(queues, scope, id, collection));
}

function ownRules(name: string, service: BaseService, watched: readonly BaseService[], collect: Collect): readonly Rule[] {
  const events = eventsOfServices({ cluster: service.cluster, services: () => [service], watched });
  return twoRules(name, events, collect, { bundle: () => bundleTemplate(service) });
}

type Collect = (id: string, collection: Collection) => Rule;

/** The rule for the tasks that are run from a task definition without a service. */
export const taskRule = (name: string, tasks: WatchedTasks, collect: Collect): Rule => collect(`StopRule${name}`, {
  description: 'Tasks that stopped, run from one task definition', eventPattern: stopsOfTask(tasks), bundle: () => bundleTemplate(tasks),
});

/** The same in the stack of the task definition, for an analyzer that is declared elsewhere. */
export function bringTaskRule(tasks: WatchedTasks, analyzer: IConstruct, queues: QueuePair): void {
  const { taskDefinition } = tasks;
  const id = `StopRules${analyzer.node.addr.slice(-8)}`;
  if (taskDefinition.node.tryFindChild(id) !== undefined) return;
  requireOnePlace(taskDefinition, queues);
  const scope = new Construct(taskDefinition, id);
  taskRule('', tasks, (ruleId, collection) => collectInto(queues, scope, ruleId, collection));
}

/** How the rules of a subject are called in the stack of its analyzer. */
export const nameOf = ({ node }: Pick<IConstruct, 'node'>): string => node.addr.slice(-8);

/** Refuses a subject that does not run where its analyzer is. */
export function requireOnePlace(service: IConstruct, { queue: { env: there } }: QueuePair): void {
  const here = Stack.of(service);
  const differs = (one: string, other: string) => !Token.isUnresolved(one) && !Token.isUnresolved(other) && one !== other;
  if (!differs(here.account, there.account) && !differs(here.region, there.region)) return;
  throw new Error(
    `'${service.node.path}' runs in account ${here.account} and Region ${here.region}, but its stop analyzer is in ${there.account} and `
      + `${there.region}, and both must be in one account and Region; `
      + 'declare a StopAnalyzer there, or forward the events with a StopForwarder',
  );
}
