import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { AlarmDefinition } from './alarm-definition';
import { loadBalancingAlarms } from './load-balancing-alarms';
import { taskAlarms } from './task-alarms';
import { usageAlarms } from './usage-alarms';

/** What the alarms watch, and whom they tell. */
export interface ServiceAlarmsProps {
  readonly service: ecs.IBaseService;
  /**
   * The target group of the service, attached to a listener.
   *
   * @default - nothing about load balancing is watched
   */
  readonly targetGroup?: elbv2.ApplicationTargetGroup;
  /**
   * The topic that is told when an alarm fires and when all is well again.
   *
   * CloudWatch has to be allowed to publish to it. Where the topic is encrypted, its customer managed key has to allow
   * `cloudwatch.amazonaws.com` the actions `kms:Decrypt` and `kms:GenerateDataKey*` (the key `alias/aws/sns` never
   * does); where it has a policy of its own, also one made by `enforceSSL`, that has to allow `sns:Publish`.
   *
   * @default - the alarms change their state, but tell nobody
   */
  readonly topic?: sns.ITopic;
}

/** Makes the alarms that every service needs, below `scope`, in the order in which a reader asks. */
export function serviceAlarms(scope: Construct, { service, targetGroup, topic }: ServiceAlarmsProps): readonly cloudwatch.Alarm[] {
  const home = new Construct(scope, 'Alarms');
  const definitions = [...taskAlarms(service), ...usageAlarms(service), ...targetGroup ? loadBalancingAlarms(targetGroup) : []];
  const alarms = definitions.map(definition => makeAlarm(home, definition));
  if (topic) alarms.forEach(alarm => tell(topic, alarm));
  return alarms;
}

function makeAlarm(scope: Construct, definition: AlarmDefinition): cloudwatch.Alarm {
  return new cloudwatch.Alarm(scope, definition.id, {
    alarmDescription: `${definition.means} ${definition.first}`,
    metric: definition.metric,
    comparisonOperator: definition.operator,
    threshold: definition.threshold,
    datapointsToAlarm: definition.datapoints,
    evaluationPeriods: definition.evaluationPeriods,
    treatMissingData: definition.missingData,
  });
}

function tell(topic: sns.ITopic, alarm: cloudwatch.Alarm): void {
  const action = new actions.SnsAction(topic);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
}
