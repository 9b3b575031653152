import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { PERIOD, type AlarmDefinition } from './alarm-definition';
import { showTargets } from './first-look';

/** Whether requests reach the tasks and are answered; the target group has to be attached to a listener before. */
export function loadBalancingAlarms(targetGroup: elbv2.ApplicationTargetGroup): readonly AlarmDefinition[] {
  const { metrics, targetGroupArn } = targetGroup;
  return [
    {
      id: 'UnhealthyTargets',
      metric: metrics.unhealthyHostCount({ statistic: cloudwatch.Stats.MAXIMUM, period: PERIOD }),
      operator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 0,
      datapoints: 3,
      evaluationPeriods: 5,
      missingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      means: 'For three of the last five minutes a task has failed the health check of the load balancer; ECS will replace it.',
      first: `Read why the check fails: ${showTargets(targetGroupArn)}`,
    },
    {
      id: 'NoHealthyTarget',
      metric: metrics.healthyHostCount({ statistic: cloudwatch.Stats.MINIMUM, period: PERIOD }),
      operator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      threshold: 1,
      datapoints: 2,
      evaluationPeriods: 2,
      // A target group without targets reports nothing, and that is the worst case of all.
      missingData: cloudwatch.TreatMissingData.BREACHING,
      means: 'For two minutes the load balancer has had no healthy task to send requests to, and callers get errors.',
      first: `See whether tasks are missing or fail their health check: ${showTargets(targetGroupArn)}`,
    },
    {
      id: 'TargetErrors',
      metric: errorRate(metrics),
      operator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 5,
      datapoints: 3,
      evaluationPeriods: 5,
      missingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      means: 'For three of the last five minutes the tasks have answered more than 5 % of requests with a 5xx status.',
      first: 'If a deployment has just ended, undo it; otherwise look in the log of the application for the first error.',
    },
    {
      id: 'LoadBalancerErrors',
      metric: new cloudwatch.Metric({
        namespace: 'AWS/ApplicationELB',
        metricName: 'HTTPCode_ELB_5XX_Count',
        dimensionsMap: { LoadBalancer: targetGroup.firstLoadBalancerFullName },
        statistic: cloudwatch.Stats.SUM,
        period: PERIOD,
      }),
      operator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 5,
      datapoints: 2,
      evaluationPeriods: 2,
      missingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      means: 'For two minutes the load balancer itself has answered with 5xx: it got no answer, or none in time, from a task.',
      first: 'A 503 means no healthy task, a 502 a connection that the task closed, a 504 a task that is '
        + `too slow: ${showTargets(targetGroupArn)}`,
    },
  ];
}

/** The share of failed requests in percent; a minute without an error publishes no error count, one without a request no rate. */
const errorRate = (metrics: elbv2.IApplicationTargetGroupMetrics) => new cloudwatch.MathExpression({
  expression: 'IF(requests > 0, 100 * FILL(errors, 0) / requests, 0)',
  usingMetrics: {
    errors: metrics.httpCodeTarget(elbv2.HttpCodeTarget.TARGET_5XX_COUNT, { statistic: cloudwatch.Stats.SUM, period: PERIOD }),
    requests: metrics.requestCount({ statistic: cloudwatch.Stats.SUM, period: PERIOD }),
  },
  label: 'Requests that the tasks answered with 5xx (%)',
  period: PERIOD,
});
