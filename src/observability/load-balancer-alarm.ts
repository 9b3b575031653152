import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { PERIOD } from './alarm-definition';
import { DOCUMENT_OF_ALARMS } from '../causes/documents';

const SUM = { statistic: cloudwatch.Stats.SUM, period: PERIOD };

/**
 * Whether a load balancer that services share answers for them, because it has no task, or because a task closes its connection or
 * takes too long. The load balancer counts these answers as a whole, and not for a target group.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export function loadBalancerAlarm(
  scope: Construct, { metrics, loadBalancerArn }: elbv2.ApplicationLoadBalancer, topic?: sns.ITopic,
): cloudwatch.Alarm {
  const all = 'FILL(requests, 0) + FILL(untargeted, 0)';
  const alarm = new cloudwatch.Alarm(scope, 'AnsweredByLoadBalancer', {
    alarmDescription: 'In three of the last five minutes, the load balancer itself returned a 5xx status for more than 5% of all requests: '
      + 'it had no healthy task (503), a task closed the connection (502), or a task was too slow (504). To find the service: '
      + `aws elbv2 describe-target-groups --load-balancer-arn ${loadBalancerArn} --query "TargetGroups[].TargetGroupArn", and `
      + `check the access logs. (${DOCUMENT_OF_ALARMS})`,
    metric: new cloudwatch.MathExpression({
      expression: `IF(${all} > 0, 100 * FILL(answered, 0) / (${all}), 0)`,
      usingMetrics: {
        answered: metrics.httpCodeElb(elbv2.HttpCodeElb.ELB_5XX_COUNT, SUM),
        requests: metrics.requestCount(SUM),
        untargeted: metrics.custom('HTTPCode_ELB_503_Count', SUM),
      },
      label: 'Requests that the load balancer failed (%)',
      period: PERIOD,
    }),
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
    threshold: 5,
    datapointsToAlarm: 3,
    evaluationPeriods: 5,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  });
  if (topic === undefined) return alarm;
  const action = new actions.SnsAction(topic);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  return alarm;
}
