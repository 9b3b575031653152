import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { PlainService } from '../plain-service';
import { changed, type Declare, judgedTogether, lowLevel, override } from '../ways-to-break';

/** The good service whose container is restarted in place, with an alarm on one of its metrics. */
const restarted = (metricName?: string): Declare => (scope, vpc) => {
  const { service, cluster } = new PlainService(scope, 'Plain', {
    vpc, container: { enableRestartPolicy: true, restartAttemptPeriod: Duration.minutes(3) },
  });
  if (metricName === undefined) return;
  const dimensionsMap = { ClusterName: cluster.clusterName, ServiceName: service.serviceName };
  const metric = new cloudwatch.Metric({ namespace: 'ECS/ContainerInsights', metricName, dimensionsMap, statistic: 'Maximum' });
  metric.createAlarm(scope, 'Restarts', { threshold: 1, evaluationPeriods: 1 }).addAlarmAction(new actions.SnsAction(new sns.Topic(scope, 'OnCall')));
};

describe('restarts-have-alarm', () => {
  const found = judgedTogether({
    ByProp: restarted(),
    ByOverride: changed(({ cfnTask }) => override(cfnTask, 'ContainerDefinitions.0.RestartPolicy', { Enabled: true })),
    ByL1: lowLevel({ container: { restartPolicy: { enabled: true } } }),
    OtherMetric: restarted('RunningTaskCount'),
    Fixed: restarted('RestartCount'),
    SwitchedOff: lowLevel({ container: { restartPolicy: { enabled: false } } }),
  });

  test.each(['ByProp', 'ByOverride', 'ByL1', 'OtherMetric'])('is reported for %s', stack => {
    expect(found(stack)).toEqual(['restarts-have-alarm']);
  });

  test.each(['Fixed', 'SwitchedOff'])('is not reported for %s', stack => {
    expect(found(stack)).toEqual([]);
  });
});
