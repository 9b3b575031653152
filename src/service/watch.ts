import { Annotations, Token } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import type { HardenedFargateServiceProps } from './hardened-fargate-service-props';
import type { Timing } from './timing';
import type { StopAnalyzer } from '../analyzer/stop-analyzer';
import { serviceAlarms, type ServiceAlarms } from '../observability/service-alarms';

/** A service with what its alarms are about. */
export interface WatchedService {
  readonly service: ecs.FargateService;
  readonly targetGroup?: elbv2.ApplicationTargetGroup;
  readonly analyzer: StopAnalyzer;
  readonly timing: Timing;
}

/** Makes the alarms that fit what was declared, and lets one of them roll deployments back. */
export function watch(scope: Construct, watched: WatchedService, props: HardenedFargateServiceProps): ServiceAlarms {
  const { service, targetGroup, analyzer, timing } = watched;
  const { minCapacity, maxCapacity } = props.scaling ?? {};
  const alarms = serviceAlarms(scope, {
    service,
    targetGroup,
    topic: analyzer.topic,
    failedTasks: () => analyzer.metricStops(service),
    startupTime: timing.startupTime,
    maxCapacity,
    options: props.alarms,
    mayBeEmpty: minCapacity === 0 || Token.isUnresolved(minCapacity),
    isCounted: isCounted(service),
  });
  if (alarms.rollback !== undefined) {
    service.enableDeploymentAlarms([alarms.rollback.alarmName], { behavior: ecs.AlarmBehavior.ROLLBACK_ON_ALARM });
  }
  return alarms;
}

/** An imported cluster does not say whether Container Insights is on; a guardrail says it of one that is declared. */
function isCounted({ cluster, node }: ecs.FargateService): boolean {
  if (ecs.Cluster.isCluster(cluster)) return true;
  Annotations.of(cluster).addWarningV2('hardened-fargate:container-insights-unknown',
    `'cluster' '${cluster.node.path}' is imported, so it is not known whether Container Insights counts its tasks; without it the alarms `
    + `ServiceDown and TasksMissing of '${node.scope?.node.path}' have no data and never fire. Turn it on: `
    + `aws ecs update-cluster-settings --cluster ${Token.isUnresolved(cluster.clusterName) ? '<cluster>' : cluster.clusterName} `
    + '--settings name=containerInsights,value=enabled');
  return false;
}
