import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { PERIOD } from './alarm-definition';

const SUM = { statistic: cloudwatch.Stats.SUM, period: PERIOD };

/** What a load balancer sends the requests for a service to. */
export interface WatchedTargets {
  readonly group: elbv2.IApplicationTargetGroup;
  /** A second group, to which deployments shift the requests and back again. */
  readonly alternate?: elbv2.IApplicationTargetGroup;
  /**
   * The name of the load balancer as metrics have it, where it serves nothing else: what it answers itself, it counts as a whole and
   * not for a target group.
   */
  readonly ownLoadBalancer?: string;
}

/** Fewer requests a minute say nothing about a new version. */
const ENOUGH_REQUESTS = 10;

/**
 * The share of failed requests in percent, those included that no task was there for: the load balancer counts as requests
 * only those that it had a target for. A minute without an error publishes no error count.
 *
 * Behind a load balancer that others share, only what happened to the requests for this service counts: 5xx from its tasks, and
 * connections that they did not take.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export function requestErrorRate(targets: WatchedTargets): cloudwatch.MathExpression {
  const { ownLoadBalancer } = targets;
  const label = 'Requests that failed (%)';
  if (ownLoadBalancer === undefined) {
    const all = sumOf('requests', targets);
    return rate({
      expression: `IF(${all} > 0, 100 * (${sumOf('failed', targets)} + ${sumOf('unconnected', targets)}) / (${all}), 0)`,
      usingMetrics: { ...ofBoth(targets, metricsOf), ...ofBoth(targets, unconnectedOf) },
      label,
    });
  }
  const all = `${sumOf('requests', targets)} + FILL(untargeted, 0)`;
  return rate({
    expression: `IF(${all} > 0, 100 * (${sumOf('failed', targets)} + FILL(refused, 0)) / (${all}), 0)`,
    usingMetrics: {
      ...ofBoth(targets, metricsOf),
      refused: balancerErrors(ownLoadBalancer, 'HTTPCode_ELB_5XX_Count'),
      untargeted: balancerErrors(ownLoadBalancer, 'HTTPCode_ELB_503_Count'),
    },
    label,
  });
}

/** The share of requests that a task failed, closed or left unanswered, in percent, where there are enough requests to tell. */
export function deploymentErrorRate({ group, ownLoadBalancer }: WatchedTargets): cloudwatch.MathExpression {
  const label = 'Requests that the tasks failed (%)';
  if (ownLoadBalancer === undefined) {
    return rate({
      expression: `IF(requests >= ${ENOUGH_REQUESTS}, 100 * (FILL(failed, 0) + FILL(unconnected, 0)) / requests, 0)`,
      usingMetrics: { ...metricsOf(group), ...unconnectedOf(group) },
      label,
    });
  }
  return rate({
    expression: `IF(requests >= ${ENOUGH_REQUESTS}, 100 * (FILL(failed, 0) + FILL(closed, 0) + FILL(unanswered, 0)) / requests, 0)`,
    usingMetrics: {
      ...metricsOf(group),
      closed: balancerErrors(ownLoadBalancer, 'HTTPCode_ELB_502_Count'),
      unanswered: balancerErrors(ownLoadBalancer, 'HTTPCode_ELB_504_Count'),
    },
    label,
  });
}

const rate = (props: Pick<cloudwatch.MathExpressionProps, 'expression' | 'usingMetrics' | 'label'>) =>
  new cloudwatch.MathExpression({ ...props, period: PERIOD });

/** What is counted for both groups, where there are two: requests move from the one to the other. */
function sumOf(metric: string, { alternate }: WatchedTargets): string {
  return alternate === undefined ? `FILL(${metric}, 0)` : `FILL(${metric}, 0) + FILL(${metric}${OF_ALTERNATE}, 0)`;
}

const OF_ALTERNATE = 'OfAlternate';

type Metrics = Readonly<Record<string, cloudwatch.IMetric>>;

function ofBoth(
  { group, alternate }: WatchedTargets, metrics: (group: elbv2.IApplicationTargetGroup) => Metrics,
): Record<string, cloudwatch.IMetric> {
  const others = Object.entries(alternate === undefined ? {} : metrics(alternate));
  return { ...metrics(group), ...Object.fromEntries(others.map(([name, metric]) => [`${name}${OF_ALTERNATE}`, metric] as const)) };
}

const unconnectedOf = ({ metrics }: elbv2.IApplicationTargetGroup) => ({ unconnected: metrics.targetConnectionErrorCount(SUM) });

const metricsOf = ({ metrics }: elbv2.IApplicationTargetGroup) => ({
  failed: metrics.httpCodeTarget(elbv2.HttpCodeTarget.TARGET_5XX_COUNT, SUM),
  requests: metrics.requestCount(SUM),
});

const balancerErrors = (loadBalancer: string, metricName: string) => new cloudwatch.Metric({
  namespace: 'AWS/ApplicationELB',
  metricName,
  dimensionsMap: { LoadBalancer: loadBalancer },
  ...SUM,
});
