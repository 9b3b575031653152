import { Annotations, Aspects, Token } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { failOn } from './guard-deployments';
import type { Guards } from './options/deployment';
import type { HardenedFargateServiceProps } from './options/hardened-fargate-service-props';
import { requireAnalyzer } from './options/stop-analysis';
import type { AttachedGroup, AttachedService } from './placement/attached-service';
import type { Timing } from './placement/timing';
import { watchedQueue } from './scaling/queue-settings';
import type { IStopAnalyzer } from '../analyzer/stop-analyzer-reference';
import type { WatchedConnections } from '../observability/connection-alarms';
import type { WatchedTargets } from '../observability/request-errors';
import { serviceAlarms, type ServiceAlarms } from '../observability/service-alarms';

/** A service with what its alarms are about. */
export interface WatchedService {
  readonly service: AttachedService;
  readonly targets?: WatchedTargets;
  readonly connections?: WatchedConnections;
  readonly analyzer?: IStopAnalyzer;
  /** Where alarms go to. */
  readonly topic: sns.ITopic;
  readonly timing: Timing;
  readonly guards: Guards;
}

/** Makes the alarms that fit what was declared, and lets one of them roll deployments back. */
export function watch(scope: Construct, watched: WatchedService, props: HardenedFargateServiceProps): ServiceAlarms {
  const { service, targets, connections, analyzer, topic, timing, guards } = watched;
  const { minCapacity, maxCapacity } = props.scaling?._limits ?? {};
  const alarms = serviceAlarms(scope, {
    service,
    targets,
    connections,
    topic,
    failedTasks: () => requireAnalyzer(service, analyzer).metricStops(service),
    queue: props.scaling?._queue && watchedQueue(service, props.scaling._queue),
    startupTime: timing.startupTime,
    maxCapacity,
    options: props.alarms,
    mayBeEmpty: minCapacity === 0 || Token.isUnresolved(minCapacity),
    isCounted: isCounted(service),
  });
  failOn(service, alarms.rollbacks, guards);
  // What else the user attaches is known when the app is synthesized.
  Aspects.of(scope).add({ visit: node => { if (node === scope) watchAttached(watched, alarms); } });
  return alarms;
}

/** Gives target groups that the user attached by the L2 constructs the alarms of those that the construct makes. */
function watchAttached({ service, targets, connections, guards }: WatchedService, alarms: ServiceAlarms): void {
  for (const group of service.targetGroups.filter(attached => attached !== targets?.group && attached !== connections?.group)) {
    if (!hasMetrics(group)) {
      Annotations.of(service).addWarningV2('hardened-fargate:target-group-not-watched',
        `'${service.node.path}' is attached to the target group '${group.node.path}', whose load balancer is unknown, so no alarm `
        + 'watches its targets; attach the group to a listener of the app, or import it with its \'loadBalancerArns\'');
      continue;
    }
    failOn(service, alarms.watchTargets(`Targets${group.node.addr.slice(-8)}`, group), guards);
  }
}

/** A group without a load balancer throws. */
function hasMetrics(group: AttachedGroup): boolean {
  try {
    return group.metrics !== undefined;
  } catch {
    return false;
  }
}

/** An imported cluster does not say whether Container Insights is on; a guardrail says it of one that is declared. */
function isCounted({ cluster, node }: ecs.FargateService): boolean {
  if (ecs.Cluster.isCluster(cluster)) return true;
  Annotations.of(cluster).addWarningV2('hardened-fargate:container-insights-unknown',
    `'cluster' '${cluster.node.path}' is imported, so it is unknown whether Container Insights is enabled; without it, the alarms `
    + `ServiceDown and TasksMissing of '${node.scope?.node.path}' have no data and never fire. To enable it: `
    + `aws ecs update-cluster-settings --cluster ${Token.isUnresolved(cluster.clusterName) ? '<cluster>' : cluster.clusterName} `
    + '--settings name=containerInsights,value=enabled');
  return false;
}
