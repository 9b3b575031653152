import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { PERIOD, type AlarmDefinition } from './alarm-definition';
import { showTargets } from './first-look';
import { deploymentErrorRate, requestErrorRate, type WatchedTargets } from './request-errors';

/** A target group of any load balancer. */
export type WatchedGroup = elbv2.IApplicationTargetGroup | elbv2.INetworkTargetGroup;

/** Whether requests reach the tasks and are answered; the target group has to be attached to a listener before. */
export const loadBalancingAlarms = (targets: WatchedTargets): readonly AlarmDefinition[] =>
  [noHealthyTarget(targets.group, targets.alternate), requestErrors(targets)];

/** Only requests have status codes. */
export const isOfNetwork = (group: WatchedGroup): group is elbv2.INetworkTargetGroup => !('httpCodeTarget' in group.metrics);

/** Whether requests or connections reach a task. */
export const noHealthyTarget = (group: WatchedGroup, alternate?: WatchedGroup): AlarmDefinition => ({
  id: 'NoHealthyTarget',
  metric: alternate === undefined ? healthyIn(group) : new cloudwatch.MathExpression({
    expression: 'FILL(healthy, 0) + FILL(healthyInAlternate, 0)',
    usingMetrics: { healthy: healthyIn(group), healthyInAlternate: healthyIn(alternate) },
    label: 'Healthy tasks in both target groups',
    period: PERIOD,
  }),
  operator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
  threshold: 1,
  datapoints: 2,
  evaluationPeriods: 2,
  // A target group without targets reports nothing, and that is the worst case of all.
  missingData: cloudwatch.TreatMissingData.BREACHING,
  means: 'The load balancer has had no healthy task for two minutes. Clients get errors.',
  first: `Check whether tasks are missing or fail their health check: ${showTargetsOf(group, alternate)}`,
});

const healthyIn = (group: WatchedGroup): cloudwatch.Metric => group.metrics.healthyHostCount({
  // A network load balancer counts in each zone what it has there, and may well have no task in one of them.
  statistic: isOfNetwork(group) ? cloudwatch.Stats.MAXIMUM : cloudwatch.Stats.MINIMUM,
  period: PERIOD,
});

const showTargetsOf = (...groups: readonly (WatchedGroup | undefined)[]): string =>
  groups.filter(group => group !== undefined).map(({ targetGroupArn }) => showTargets(targetGroupArn)).join('; ');

const requestErrors = (targets: WatchedTargets): AlarmDefinition => ({
  id: 'RequestErrors',
  metric: requestErrorRate(targets),
  operator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
  threshold: 5,
  datapoints: 3,
  evaluationPeriods: 5,
  missingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  ...targets.ownLoadBalancer === undefined
    ? {
      means: 'The tasks returned 5xx or rejected the connection for more than 5% of requests for three of the last five minutes.',
      first: 'If a deployment has just ended, roll it back. Otherwise find the first error in the log of the application, and check '
        + `the health of its tasks: ${showTargetsOf(targets.group, targets.alternate)}`,
    }
    : {
      means: 'The tasks or the load balancer returned 5xx for more than 5% of requests for three of the last five minutes.',
      first: 'If a deployment has just ended, roll it back. Otherwise find the first error in the log of the application. 503 means '
        + 'no healthy task, 502 a connection that the task closed, 504 a task that is too slow: '
        + showTargetsOf(targets.group, targets.alternate),
    },
});

/**
 * The alarm that rolls a deployment back: shorter than those for people, and on nothing that refers to the service, because
 * the service refers to it. What the load balancer answers without a task, which is usual before the first one is up, does
 * not count, and neither do single errors.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
export const deploymentErrors = (targets: WatchedTargets): AlarmDefinition => ({
  id: 'DeploymentErrors',
  metric: deploymentErrorRate(targets),
  operator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
  threshold: 5,
  datapoints: 2,
  evaluationPeriods: 3,
  missingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  means: 'The tasks failed more than 5% of requests for two of the last three minutes. ECS rolls back a deployment in progress.',
  first: 'Find the first error of the new version in the log of the application.',
});
