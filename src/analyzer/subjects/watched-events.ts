import { type CfnResource, Lazy, Stack, Token } from 'aws-cdk-lib';
import { CfnService, CfnTaskDefinition, type BaseService, type ICluster, type TaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { Match, type EventPattern } from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import { sharesTaskDefinition, sharingTaskDefinition } from './sharing-task-definition';
import type { WatchedTasks } from './watched-tasks';

/** What an event of ECS must be about to be diagnosed: its task's cluster and definition, and the ARN of its service. */
interface Subject {
  readonly task: Readonly<Record<string, string[] | undefined>>;
  readonly resources?: string[];
}

/** The events that one subject is diagnosed from. */
export interface WatchedEvents {
  /** Every task that stopped. */
  readonly stops: EventPattern;
  /** What goes wrong without a task that could stop: failed deployments, hooks that fail or wait, tasks that cannot be placed. */
  readonly troubles: EventPattern;
}

/** The event of a service names the service; that of a hook names the deployment, whose ARN goes on after the service's name. */
export const SERVICE_AND_DEPLOYMENT = ['service', 'service-deployment'];

/** A hook that waits for a decision is reported as information, and so may one be that failed, and so is a deployment that rolls back. */
const HOOKS = ['HOOK_AWAITING_ACTION', 'HOOK_FAILED', 'HOOK_TIMED_OUT'];

/** What says how incidents go on: the service is steady, a deployment began, it is over. */
const OF_INCIDENTS = ['SERVICE_STEADY_STATE', 'SERVICE_DEPLOYMENT_IN_PROGRESS', 'SERVICE_DEPLOYMENT_COMPLETED'];

/** Services of one cluster that one pattern is about, none of which shares its task definition, or all of which share one. */
interface AlikeServices {
  readonly cluster: ICluster;
  readonly services: () => readonly BaseService[];
  /** All that the analyzer watches. */
  readonly watched: readonly BaseService[];
}

/**
 * The events of services, and of the tasks that are run from their task definitions outside them.
 *
 * Of services that share a task definition each gets its own tasks, and the first of them also those of no service, so that
 * each stop is put into the queue once.
 *
 * Nothing here refers to a service: CloudFormation creates a rule that does only once the service is stable, and a first
 * deployment that never becomes stable is when the diagnosis is needed most. So tasks are told by the family of their
 * definition, and service events by the beginning of the name that CloudFormation will generate: stack name, logical id.
 */
export const eventsOfServices = ({ cluster, services, watched }: AlikeServices): WatchedEvents => watch({
  task: {
    clusterArn: [cluster.clusterArn],
    taskDefinitionArn: atSynthesis(() => familiesOf(services())),
    group: atSynthesis(() => groupsOf(services(), watched)),
  },
  resources: atSynthesis(() => Match.anyOf(...services().flatMap(serviceArns))),
});

const familiesOf = (services: readonly BaseService[]): string[] =>
  Match.anyOf(...[...new Set(services.map(({ taskDefinition }) => taskDefinition))].map(prefixOfTasks));

const prefixOfTasks = (taskDefinition: TaskDefinition): string[] =>
  Match.prefix(ecsArn(taskDefinition, 'task-definition', familyOf(taskDefinition)));

/** The groups of the tasks that are a service's among those that share its task definition; without others, whatever the group. */
function groupsOf(services: readonly BaseService[], watched: readonly BaseService[]): string[] | undefined {
  if (!services.every(service => sharesTaskDefinition(service, watched))) return undefined;
  return Match.anyOf(...services.flatMap(service => {
    const resource = resourceOf(service);
    const chosen = finalProperty(resource, 'ServiceName');
    const own = chosen === undefined ? Match.prefix(`service:${generatedName(resource)}`) : Match.exactString(`service:${chosen}`);
    const [first] = sharingTaskDefinition(service, watched);
    return first === service ? [own, Match.anythingButPrefix('service:')] : [own];
  }));
}

/** The stops of the tasks that are run from a task definition in a cluster, and of no service. */
export const stopsOfTask = ({ cluster, taskDefinition }: WatchedTasks): EventPattern => watch({
  task: {
    clusterArn: [cluster.clusterArn],
    taskDefinitionArn: atSynthesis(() => prefixOfTasks(taskDefinition)),
  },
}).stops;

/** The events of every task and service of a cluster. */
export const eventsOfCluster = (stack: Stack, cluster: ICluster): WatchedEvents => watch({
  task: { clusterArn: [cluster.clusterArn] },
  resources: Match.anyOf(...SERVICE_AND_DEPLOYMENT.map(resource =>
    Match.prefix(stack.formatArn({ service: 'ecs', resource, resourceName: `${cluster.clusterName}/` })))),
});

/** The events of every cluster of the account and Region. */
export const eventsOfAccount = (): WatchedEvents => watch({ task: {} });

const watch = ({ task, resources }: Subject): WatchedEvents => ({
  stops: { source: ['aws.ecs'], detailType: ['ECS Task State Change'], detail: { lastStatus: ['STOPPED'], ...task } },
  troubles: {
    source: ['aws.ecs'],
    detailType: ['ECS Deployment State Change', 'ECS Service Action', 'ECS Hook State Change'],
    ...resources && { resources },
    detail: {
      $or: [{ eventType: ['WARN', 'ERROR'] }, { eventName: [...HOOKS, ...OF_INCIDENTS] }, { reason: Match.wildcard('*rolling back*') }],
    },
  },
});

function serviceArns(service: BaseService): readonly string[][] {
  const { clusterName } = service.cluster;
  const resource = resourceOf(service);
  const chosen = finalProperty(resource, 'ServiceName');
  if (chosen === undefined) {
    return SERVICE_AND_DEPLOYMENT.map(kind => Match.prefix(ecsArn(service, kind, `${clusterName}/${generatedName(resource)}`)));
  }
  return [
    Match.exactString(ecsArn(service, 'service', `${clusterName}/${chosen}`)),
    Match.prefix(ecsArn(service, 'service-deployment', `${clusterName}/${chosen}/`)),
  ];
}

/** The resource of a service, which has its name. */
export function resourceOf({ node }: BaseService): CfnService {
  const resource = node.tryFindChild('Service');
  if (resource instanceof CfnService) return resource;
  throw new Error(
    `'services' has '${node.path}', but this app does not declare its AWS::ECS::Service; set 'cluster' of the StopAnalyzer instead`,
  );
}

/** The family of the tasks, with what follows it in an ARN. */
function familyOf(taskDefinition: TaskDefinition): string {
  const resource = taskDefinition.node.defaultChild;
  if (!(resource instanceof CfnTaskDefinition)) return `${taskDefinition.family}:`;
  const family = finalProperty(resource, 'Family');
  return family === undefined ? generatedName(resource) : `${family}:`;
}

/** How a name begins that CloudFormation generates. */
export const generatedName = (resource: CfnResource): string => `${Stack.of(resource).stackName}-${resource.logicalId}-`;

/** What is decided each time when the template is written: until then, anybody may change a name of the resource itself. */
const atSynthesis = (pattern: () => string[] | undefined): string[] => Token.asList(Lazy.uncachedAny({ produce: pattern }));

/** A name as the template has it, overrides included. */
export function finalProperty(resource: CfnResource, name: string): string | undefined {
  const written = Stack.of(resource).resolve(resource._toCloudFormation()) as WrittenResource;
  const value = Object.values(written.Resources ?? {})[0]?.Properties?.[name];
  return value === undefined ? undefined : Token.asString(value);
}

interface WrittenResource {
  readonly Resources?: { readonly [logicalId: string]: { readonly Properties?: { readonly [name: string]: unknown } } };
}

/** The ARN of a resource of ECS where a construct is. */
export const ecsArn = (of: IConstruct, resource: string, resourceName: string): string =>
  Stack.of(of).formatArn({ service: 'ecs', resource, resourceName });
