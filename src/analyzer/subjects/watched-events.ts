import { type CfnResource, Lazy, type Resource, Stack, Token } from 'aws-cdk-lib';
import { CfnService, CfnTaskDefinition, type BaseService, type ICluster } from 'aws-cdk-lib/aws-ecs';
import { Match, type EventPattern } from 'aws-cdk-lib/aws-events';
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
const SERVICE_AND_DEPLOYMENT = ['service', 'service-deployment'];

/** A hook that waits for a decision is reported as information, and so may one be that failed, and so is a deployment that rolls back. */
const HOOKS = ['HOOK_AWAITING_ACTION', 'HOOK_FAILED', 'HOOK_TIMED_OUT'];

/** What says how incidents go on: the service is steady, a deployment began, it is over. */
const OF_INCIDENTS = ['SERVICE_STEADY_STATE', 'SERVICE_DEPLOYMENT_IN_PROGRESS', 'SERVICE_DEPLOYMENT_COMPLETED'];

/**
 * The events of one service, and of the tasks that are run from its task definition outside it.
 *
 * Of services that share a task definition each gets its own tasks, and the first of them also those of no service, so that
 * each stop is put into the queue once.
 *
 * Nothing here refers to the service: CloudFormation creates a rule that does only once the service is stable, and a first
 * deployment that never becomes stable is when the diagnosis is needed most. So tasks are told by the family of their
 * definition, and service events by the beginning of the name that CloudFormation will generate: stack name, logical id.
 */
export const eventsOfService = (service: BaseService, sharing: () => readonly BaseService[] = () => []): WatchedEvents => watch({
  task: {
    clusterArn: [service.cluster.clusterArn],
    taskDefinitionArn: atSynthesis(() => Match.prefix(arn(service, 'task-definition', familyOf(service)))),
    group: atSynthesis(() => groupsOf(service, sharing())),
  },
  resources: serviceArns(service),
});

/** The groups of the tasks that are a service's among those that share its task definition; without others, whatever the group. */
function groupsOf(service: BaseService, [first, ...others]: readonly BaseService[]): string[] | undefined {
  if (others.length === 0) return undefined;
  const resource = resourceOf(service);
  const chosen = finalProperty(resource, 'ServiceName');
  const own = chosen === undefined ? Match.prefix(`service:${generatedName(resource)}`) : Match.exactString(`service:${chosen}`);
  return first === service ? Match.anyOf(own, Match.anythingButPrefix('service:')) : own;
}

/** The stops of the tasks that are run from a task definition in a cluster, and of no service. */
export const stopsOfTask = ({ cluster, taskDefinition }: WatchedTasks): EventPattern => watch({
  task: {
    clusterArn: [cluster.clusterArn],
    taskDefinitionArn: atSynthesis(() => Match.prefix(arn(taskDefinition, 'task-definition', familyOf({ taskDefinition })))),
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

function serviceArns(service: BaseService): string[] {
  const { clusterName } = service.cluster;
  const resource = resourceOf(service);
  return atSynthesis(() => {
    const chosen = finalProperty(resource, 'ServiceName');
    if (chosen !== undefined) {
      return Match.anyOf(
        Match.exactString(arn(service, 'service', `${clusterName}/${chosen}`)),
        Match.prefix(arn(service, 'service-deployment', `${clusterName}/${chosen}/`)),
      );
    }
    return Match.anyOf(
      ...SERVICE_AND_DEPLOYMENT.map(kind => Match.prefix(arn(service, kind, `${clusterName}/${generatedName(resource)}`))),
    );
  });
}

function resourceOf({ node }: BaseService): CfnService {
  const resource = node.tryFindChild('Service');
  if (resource instanceof CfnService) return resource;
  throw new Error(
    `'services' holds ${node.path}, but it has no AWS::ECS::Service in this app; set 'cluster' of the StopAnalyzer instead`,
  );
}

/** The family of the tasks, with what follows it in an ARN. */
function familyOf({ taskDefinition }: Pick<BaseService, 'taskDefinition'>): string {
  const resource = taskDefinition.node.defaultChild;
  if (!(resource instanceof CfnTaskDefinition)) return `${taskDefinition.family}:`;
  const family = finalProperty(resource, 'Family');
  return family === undefined ? generatedName(resource) : `${family}:`;
}

/** How a name begins that CloudFormation generates. */
export const generatedName = (resource: CfnResource): string => `${Stack.of(resource).stackName}-${resource.logicalId}-`;

/** What is decided when the template is written: until then, anybody may change a name of the resource itself. */
const atSynthesis = (pattern: () => string[] | undefined): string[] => Token.asList(Lazy.any({ produce: pattern }));

/** A name as the template has it, overrides included. */
export function finalProperty(resource: CfnResource, name: string): string | undefined {
  const written = Stack.of(resource).resolve(resource._toCloudFormation()) as WrittenResource;
  const value = Object.values(written.Resources ?? {})[0]?.Properties?.[name];
  return value === undefined ? undefined : Token.asString(value);
}

interface WrittenResource {
  readonly Resources?: { readonly [logicalId: string]: { readonly Properties?: { readonly [name: string]: unknown } } };
}

const arn = (of: Resource, resource: string, resourceName: string): string =>
  Stack.of(of).formatArn({ service: 'ecs', resource, resourceName });
