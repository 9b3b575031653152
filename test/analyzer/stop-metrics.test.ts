import { Match, Template } from 'aws-cdk-lib/assertions';
import { service, shop } from './shop';
import { StopSeverity } from '../../src/analyzer/resources/stop-severity';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { aDiagnosis } from '../diagnosis/a-diagnosis';

/** A watched service, with alarms on whatever a test asks for. */
function watched(...causes: readonly (string | undefined)[]) {
  const { stack, cluster } = shop();
  const web = service(stack, 'Web', cluster);
  const analyzer = StopAnalyzer.forService(web);
  causes.forEach((cause, index) => analyzer.metricStops(web, cause).createAlarm(stack, `Alarm${index}`, { threshold: 1, evaluationPeriods: 1 }));
  return { stack, template: Template.fromStack(stack) };
}

const dimensionsOf = (template: Template) => Object.values(template.findResources('AWS::Logs::MetricFilter'))
  .map(({ Properties: { MetricTransformations: [{ Dimensions }] } }) => Dimensions as { Key: string; Value: string }[]);

test('nothing is counted until somebody asks', () => {
  watched().template.resourceCountIs('AWS::Logs::MetricFilter', 0);
});

test('failed tasks of a service are counted from the diagnoses in the log of the analyzer', () => {
  const { template } = watched(undefined);
  template.hasResourceProperties('AWS::Logs::MetricFilter', {
    LogGroupName: { Ref: Match.stringLikeRegexp('^HardenedFargateStopAnalyzerLog') },
    FilterPattern: '{ $.severity = "failure" }',
    MetricTransformations: [Match.objectLike({ MetricNamespace: 'HardenedFargate', MetricName: 'FailedTasks', MetricValue: '1' })],
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'HardenedFargate',
    MetricName: 'FailedTasks',
    Statistic: 'Sum',
    Dimensions: Match.arrayWith([Match.objectLike({ Name: 'ServiceName', Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Web'), 'Name'] } })]),
  });
});

test('stops can be counted by cause, with one filter for all of them', () => {
  const { template } = watched('memory/container-limit', 'init/secret-permission', undefined);
  template.resourceCountIs('AWS::Logs::MetricFilter', 2);
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'StoppedTasks', Dimensions: Match.arrayWith([{ Name: 'Cause', Value: 'memory/container-limit' }]),
  });
});

test('stops can be counted by severity, those that nobody is told of included', () => {
  const { stack, cluster } = shop();
  const web = service(stack, 'Web', cluster);
  const metric = StopAnalyzer.forService(web).metricStopsBySeverity(web, StopSeverity.BENIGN);
  metric.createAlarm(stack, 'Alarm', { threshold: 1, evaluationPeriods: 1 });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Logs::MetricFilter', {
    FilterPattern: '{ $.severity = "*" }',
    MetricTransformations: [Match.objectLike({
      MetricName: 'StoppedTasks',
      Dimensions: Match.arrayWith([{ Key: 'Severity', Value: '$.severity' }]),
    })],
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'StoppedTasks', Dimensions: Match.arrayWith([{ Name: 'Severity', Value: 'benign' }]),
  });
});

test('the filters read what a diagnosis has, and no more dimensions than CloudWatch allows', () => {
  for (const dimensions of dimensionsOf(watched(undefined, 'memory/container-limit').template)) {
    expect(dimensions.length).toBeLessThanOrEqual(3);
    for (const { Value } of dimensions) expect(Object.keys(aDiagnosis())).toContain(Value.replace('$.', ''));
  }
});

test('a cause that the analyzer does not know would never be counted, and is refused', () => {
  expect(() => watched('memory/leak')).toThrow("'cause' is 'memory/leak', but it must be the id of a known cause; use an id of docs/CAUSES.md");
});
