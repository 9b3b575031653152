import { Stack, Token } from 'aws-cdk-lib';
import type { BaseService } from 'aws-cdk-lib/aws-ecs';
import type { Rule } from 'aws-cdk-lib/aws-events';
import { Construct, type IConstruct } from 'constructs';
import { collectInto, type Collection, type QueuePair } from './stop-queues';
import { bundleTemplate } from '../subjects/acknowledged';
import { eventsOfService, stopsOfTask, type WatchedEvents } from '../subjects/watched-events';
import type { WatchedTasks } from '../subjects/watched-tasks';

/** Two rules, because a pattern has at most 2048 characters, and the names in one for both may be longer. */
export const twoRules = (
  name: string, { stops, troubles }: WatchedEvents, collect: (id: string, collection: Collection) => Rule, others: Partial<Collection> = {},
): Rule[] => [
  collect(`StopRule${name}`, { description: 'Tasks of Fargate services that stopped', eventPattern: stops, ...others }),
  collect(`TroubleRule${name}`, {
    description: 'Deployments and placements of Fargate services that failed', eventPattern: troubles, ...others,
  }),
];

/**
 * Puts the events of a service into the queue of an analyzer that is declared elsewhere, by rules in the stack of the service.
 *
 * The stack of the analyzer never refers to a service, so many stacks can use one analyzer. The rules of each analyzer have ids
 * of their own: when a service moves to another one, the new rules are there before the old ones go.
 */
export function bringRules(service: BaseService, analyzer: IConstruct, queues: QueuePair, watched: BaseService[]): void {
  const id = `${service.node.id}StopRules${analyzer.node.addr.slice(-8)}`;
  if (service.node.scope === undefined || service.node.scope.node.tryFindChild(id) !== undefined) return;
  requireOnePlace(service, queues);
  watched.push(service);
  const scope = new Construct(service.node.scope, id);
  const events = eventsOfService(service, () => sharingTaskDefinition(service, watched));
  const rules = twoRules('', events, (ruleId, collection) => collectInto(queues, scope, ruleId, collection), {
    bundle: () => bundleTemplate(service),
  });
  service.node.addDependency(...rules);
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

/** The services of one cluster that run the same task definition, whose tasks their rules have to tell apart. */
export const sharingTaskDefinition = ({ taskDefinition, cluster }: BaseService, watched: readonly BaseService[]): readonly BaseService[] =>
  watched.filter(other => other.taskDefinition === taskDefinition && other.cluster === cluster);

function requireOnePlace(service: IConstruct, { queue: { env: there } }: QueuePair): void {
  const here = Stack.of(service);
  const differs = (one: string, other: string) => !Token.isUnresolved(one) && !Token.isUnresolved(other) && one !== other;
  if (!differs(here.account, there.account) && !differs(here.region, there.region)) return;
  throw new Error(
    `'${service.node.path}' runs in account ${here.account} and Region ${here.region}, but its stop analyzer is in ${there.account} and `
      + `${there.region}, and both must be in one account and Region; `
      + 'declare a StopAnalyzer there, or forward the events with a StopForwarder',
  );
}
