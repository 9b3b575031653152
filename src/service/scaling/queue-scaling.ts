import { type Duration, Names, Token } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { PERIOD } from '../../observability/alarm-definition';
import { taskCount } from '../../observability/task-alarms';
import type { QueueScaling } from '../options/scaling';

/** Lets the messages in a queue decide how many tasks run. */
export function scaleOnQueue(
  service: ecs.FargateService, count: ecs.ScalableTaskCount, { queue, options }: QueueScaling, startupTime: Duration,
): void {
  const { backlogPerTask, minCapacity } = options;
  const target = count.node.findChild('Target');
  if (!(target instanceof autoscaling.ScalableTarget)) throw new Error(`'${count.node.path}' has no scalable target of its own`);

  new autoscaling.CfnScalingPolicy(count, 'Backlog', {
    policyName: `${Names.uniqueId(count)}Backlog`,
    policyType: 'TargetTrackingScaling',
    scalingTargetId: target.scalableTargetId,
    targetTrackingScalingPolicyConfiguration: {
      targetValue: backlogPerTask,
      scaleOutCooldown: startupTime.toSeconds(),
      customizedMetricSpecification: { metrics: backlogPerTaskOf(service, queue) },
    },
  });
  if (minCapacity === 0 || Token.isUnresolved(minCapacity)) startFromZero(service, target, queue, startupTime);
}

type MetricQuery = autoscaling.CfnScalingPolicy.TargetTrackingMetricDataQueryProperty;

const AVERAGE = { statistic: cloudwatch.Stats.AVERAGE, period: PERIOD };

/**
 * The messages that wait and those that tasks work on, for each task. AWS's example leaves out the latter, so that it takes
 * tasks away which all are busy with the last messages.
 *
 * @see https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html
 */
const backlogPerTaskOf = (service: ecs.FargateService, queue: sqs.IQueue): MetricQuery[] => [
  queryOf('visible', queue.metricApproximateNumberOfMessagesVisible(AVERAGE)),
  queryOf('inFlight', queue.metricApproximateNumberOfMessagesNotVisible(AVERAGE)),
  queryOf('running', taskCount(service, 'RunningTaskCount')),
  { id: 'backlogPerTask', expression: '(visible + inFlight) / running', label: 'Messages for each task', returnData: true },
];

const queryOf = (id: string, { namespace, metricName, dimensions = {}, statistic }: cloudwatch.Metric) => ({
  id,
  metricStat: {
    metric: { namespace, metricName, dimensions: Object.entries(dimensions).map(([name, value]: [string, string]) => ({ name, value })) },
    stat: statistic,
  },
  returnData: false,
});

/** Divided by no task, the backlog is no number, so that target tracking would leave a service without tasks as it is. */
function startFromZero(service: ecs.FargateService, target: autoscaling.ScalableTarget, queue: sqs.IQueue, startupTime: Duration): void {
  const step = new autoscaling.StepScalingAction(target, 'FromZero', {
    scalingTarget: target,
    adjustmentType: autoscaling.AdjustmentType.CHANGE_IN_CAPACITY,
    cooldown: startupTime,
  });
  step.addAdjustment({ adjustment: 1, lowerBound: 0 });
  const alarm = new cloudwatch.Alarm(target, 'FromZeroAlarm', {
    alarmDescription: 'Messages wait and no task runs. Scaling starts a task. This alarm sends no notification.',
    metric: new cloudwatch.MathExpression({
      expression: 'IF(FILL(running, 0) < 1, visible, 0)',
      usingMetrics: { running: taskCount(service, 'RunningTaskCount'), visible: queue.metricApproximateNumberOfMessagesVisible(AVERAGE) },
      label: 'Messages while no task runs',
      period: PERIOD,
    }),
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
    threshold: 0,
    evaluationPeriods: 1,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new actions.ApplicationScalingAction(step));
}
