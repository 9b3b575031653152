import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { PERIOD } from './alarm-definition';

const SUM = { statistic: cloudwatch.Stats.SUM, period: PERIOD };

const ALL_REQUESTS = 'FILL(requests, 0) + FILL(untargeted, 0)';

/** Fewer requests a minute say nothing about a new version. */
const ENOUGH_REQUESTS = 10;

/**
 * The share of failed requests in percent, those included that no task was there for: the load balancer counts as requests
 * only those that it had a target for. A minute without an error publishes no error count.
 */
export const requestErrorRate = (targetGroup: elbv2.ApplicationTargetGroup): cloudwatch.MathExpression => rate({
  expression: `IF(${ALL_REQUESTS} > 0, 100 * (FILL(failed, 0) + FILL(refused, 0)) / (${ALL_REQUESTS}), 0)`,
  usingMetrics: {
    failed: targetErrors(targetGroup),
    refused: balancerErrors(targetGroup, 'HTTPCode_ELB_5XX_Count'),
    requests: targetGroup.metrics.requestCount(SUM),
    untargeted: balancerErrors(targetGroup, 'HTTPCode_ELB_503_Count'),
  },
  label: 'Requests that failed (%)',
});

/** The share of requests that a task failed, closed or left unanswered, in percent, where there are enough requests to tell. */
export const deploymentErrorRate = (targetGroup: elbv2.ApplicationTargetGroup): cloudwatch.MathExpression => rate({
  expression: `IF(requests >= ${ENOUGH_REQUESTS}, 100 * (FILL(failed, 0) + FILL(closed, 0) + FILL(unanswered, 0)) / requests, 0)`,
  usingMetrics: {
    failed: targetErrors(targetGroup),
    closed: balancerErrors(targetGroup, 'HTTPCode_ELB_502_Count'),
    unanswered: balancerErrors(targetGroup, 'HTTPCode_ELB_504_Count'),
    requests: targetGroup.metrics.requestCount(SUM),
  },
  label: 'Requests that the tasks failed (%)',
});

const rate = (props: Pick<cloudwatch.MathExpressionProps, 'expression' | 'usingMetrics' | 'label'>) =>
  new cloudwatch.MathExpression({ ...props, period: PERIOD });

const targetErrors = ({ metrics }: elbv2.ApplicationTargetGroup) => metrics.httpCodeTarget(elbv2.HttpCodeTarget.TARGET_5XX_COUNT, SUM);

const balancerErrors = (targetGroup: elbv2.ApplicationTargetGroup, metricName: string) => new cloudwatch.Metric({
  namespace: 'AWS/ApplicationELB',
  metricName,
  dimensionsMap: { LoadBalancer: targetGroup.firstLoadBalancerFullName },
  ...SUM,
});
