import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { PERIOD, type AlarmDefinition } from './alarm-definition';
import { showTargets } from './first-look';

const SUM = { statistic: cloudwatch.Stats.SUM, period: PERIOD };

/** What a network load balancer sends the connections for a service to. */
export interface WatchedConnections {
  readonly group: elbv2.INetworkTargetGroup;
  /** A second group, to which deployments move the connections and back again. */
  readonly alternate?: elbv2.INetworkTargetGroup;
  /** The load balancer, where it serves nothing else and its connections can be reset: it counts resets as a whole. */
  readonly ownLoadBalancer?: elbv2.NetworkLoadBalancer;
}

/** Fewer connections a minute say nothing about a new version. */
const ENOUGH_CONNECTIONS = 10;

/** Whether tasks reset connections: their program ended, closed them unread, or listens no more. */
export const connectionResets = ({ ownLoadBalancer, group }: WatchedConnections): readonly AlarmDefinition[] =>
  ownLoadBalancer === undefined ? [] : [{
    id: 'ConnectionResets',
    metric: resetRate(ownLoadBalancer, 'IF(FILL(connections, 0) > 0, 100 * FILL(resets, 0) / FILL(connections, 0), 0)'),
    ...MOST_RESETS,
    datapoints: 3,
    evaluationPeriods: 5,
    means: 'The tasks reset more than 5% of new connections for three of the last five minutes.',
    first: 'If a deployment has just ended, roll it back. Otherwise check the log of the application for closed connections, '
      + `and the health of its tasks: ${showTargets(group.targetGroupArn)}`,
  }];

/**
 * The alarm that rolls a deployment back, where there are enough connections to tell.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html
 */
export const deploymentResets = (loadBalancer: elbv2.NetworkLoadBalancer): AlarmDefinition => ({
  id: 'DeploymentErrors',
  metric: resetRate(loadBalancer, `IF(connections >= ${ENOUGH_CONNECTIONS}, 100 * FILL(resets, 0) / connections, 0)`),
  ...MOST_RESETS,
  datapoints: 2,
  evaluationPeriods: 3,
  means: 'The tasks reset more than 5% of new connections for two of the last three minutes. ECS rolls back a deployment in progress.',
  first: 'Find the first error of the new version in the log of the application.',
});

const MOST_RESETS = {
  operator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
  threshold: 5,
  missingData: cloudwatch.TreatMissingData.NOT_BREACHING,
} as const;

const resetRate = ({ metrics }: elbv2.NetworkLoadBalancer, expression: string) => new cloudwatch.MathExpression({
  expression,
  usingMetrics: { resets: metrics.tcpTargetResetCount(SUM), connections: metrics.newFlowCount(SUM) },
  label: 'Connections that the tasks reset (%)',
  period: PERIOD,
});
