import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { declareIn, newStack } from './declare';
import { OptionalAlarm, StopAnalysis, StopAnalyzer } from '../../src/index';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';

const image = ecs.ContainerImage.fromRegistry('111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop:1.2.3');

/** How many resources of these types an app of ten services in ten stacks has, in a cluster of an eleventh one. */
function countsOf(analysisIn: (platform: Stack) => StopAnalysis | undefined, context = {}) {
  const app = new App({ context });
  const platform = new Stack(app, 'Platform');
  const cluster = new ecs.Cluster(platform, 'Cluster', { vpc: new ec2.Vpc(platform, 'Vpc'), containerInsightsV2: ecs.ContainerInsights.ENABLED });
  const stopAnalysis = analysisIn(platform);
  for (let count = 1; count <= 10; count++) declareIn(new Stack(app, `Shop${count}`), { image, cluster, stopAnalysis });
  const resources = app.synth().stacks.flatMap(({ template }) => Object.values(template.Resources as Record<string, { Type: string }>));
  const types = resources.map(({ Type }) => Type);
  const count = (type: string) => types.filter(other => other === type).length;
  return {
    functions: count('AWS::Lambda::Function'),
    keys: count('AWS::KMS::Key'),
    queues: count('AWS::SQS::Queue'),
    alarms: count('AWS::CloudWatch::Alarm') + count('AWS::CloudWatch::CompositeAlarm'),
    rules: count('AWS::Events::Rule'),
  };
}

describe('ten services in ten stacks', () => {
  const ofTheAnalyzer = (counts: ReturnType<typeof countsOf>, { alarms, functions }: ReturnType<typeof countsOf>) =>
    ({ ...counts, alarms: counts.alarms - alarms, functions: counts.functions - functions });
  const withoutAnalyzers = (context = {}) => countsOf(platform => StopAnalysis.by(StopAnalyzer.fromStopAnalyzerAttributes(platform, 'Deployed', {
    topicArn: 'arn:aws:sns:eu-central-1:111122223333:stops',
  })), context);

  test.each(Object.entries(FLAG_SETS))('need one analyzer where they share it, with %s', (_, context) => {
    const shared = countsOf(platform => StopAnalysis.by(new StopAnalyzer(platform, 'StopAnalyzer', { services: [] })), context);
    expect(ofTheAnalyzer(shared, withoutAnalyzers(context))).toMatchObject({ functions: 1, keys: 1, alarms: 4, queues: 2 });
    expect(shared.rules).toBeGreaterThanOrEqual(20);
  });

  test('have ten analyzers of their own by default', () => {
    expect(ofTheAnalyzer(countsOf(() => undefined), withoutAnalyzers())).toMatchObject({ functions: 10, keys: 10, alarms: 40, queues: 20 });
  });

  test('need one pair of rules where the analyzer watches the whole account', () => {
    const shared = countsOf(platform => StopAnalysis.by(new StopAnalyzer(platform, 'StopAnalyzer')));
    expect(ofTheAnalyzer(shared, withoutAnalyzers())).toMatchObject({ functions: 1, keys: 1, alarms: 4, queues: 2 });
    expect(shared.rules).toBeLessThan(10);
  });
});

describe('a service that is watched by an analyzer of another stack', () => {
  const declared = (analyzerIn: (watch: Stack) => StopAnalyzer) => {
    const app = new App();
    const [watch, shop] = ['Watch', 'Shop'].map(id => new Stack(app, id));
    return { watch, shop, web: declareIn(shop, { image, stopAnalysis: StopAnalysis.by(analyzerIn(watch)) }) };
  };
  const shared = (watch: Stack) => new StopAnalyzer(watch, 'StopAnalyzer', { services: [] });

  test('sends its alarms to the topic of the analyzer, unless it has one of its own', () => {
    const { shop } = declared(shared);
    const [{ Properties: { AlarmActions } }] = Object.values(Template.fromStack(shop).findResources('AWS::CloudWatch::CompositeAlarm'));
    expect(JSON.stringify(AlarmActions)).toMatch(/"Fn::GetStackOutput".*StopAnalyzerTopic/);

    const oncall = new sns.Topic(newStack(), 'Oncall', { enforceSSL: true });
    const stack = Stack.of(oncall);
    declareIn(stack, { image, alarmTopic: oncall, stopAnalysis: StopAnalysis.by(StopAnalyzer.fromStopAnalyzerAttributes(stack, 'Analyzer', { topicArn: 'arn:aws:sns:eu-central-1:111122223333:stops' })) });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::CloudWatch::CompositeAlarm', { AlarmActions: [stack.resolve(oncall.topicArn)] });
    template.hasResourceProperties('AWS::SNS::TopicPolicy', { PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Sid: 'AlarmsMayPublish' })]) } });
  });

  test('starts after its rules', () => {
    const { shop } = declared(shared);
    const template = Template.fromStack(shop);
    const [{ DependsOn: waitsFor }] = Object.values(template.findResources('AWS::ECS::Service'));
    expect(waitsFor).toEqual(expect.arrayContaining(Object.keys(template.findResources('AWS::Events::Rule'))));
    template.resourceCountIs('AWS::Events::Rule', 2);
  });

  test('brings no rules where the analyzer watches the whole account', () => {
    const { shop } = declared(watch => new StopAnalyzer(watch, 'StopAnalyzer'));
    Template.fromStack(shop).resourceCountIs('AWS::Events::Rule', 0);
  });

  test('makes nothing of the analyzer', () => {
    const { shop } = declared(shared);
    const template = Template.fromStack(shop);
    for (const type of ['AWS::SQS::Queue', 'AWS::SNS::Topic']) template.resourceCountIs(type, 0);
  });

  test('has an alarm for failed tasks, which the analyzer counts', () => {
    const app = new App();
    const [watch, shop] = ['Watch', 'Shop'].map(id => new Stack(app, id));
    declareIn(shop, { image, stopAnalysis: StopAnalysis.by(shared(watch)), alarms: { more: [OptionalAlarm.FAILED_TASKS] } });
    Template.fromStack(shop).hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'StoppedTasks', Dimensions: Match.arrayWith([{ Name: 'Severity', Value: 'failure' }]),
    });
  });
});

describe('a service whose stopped tasks are not diagnosed', () => {
  const oncallIn = (stack: Stack) => new sns.Topic(stack, 'Oncall', { enforceSSL: true });
  const stopAnalysis = StopAnalysis.none('Datadog watches it');

  test('says so at synthesis, with the reason', () => {
    const stack = newStack();
    declareIn(stack, { image, stopAnalysis, alarmTopic: oncallIn(stack) });
    Annotations.fromStack(stack).hasInfo('/Shop/Web/Service', "the stopped tasks of 'Shop/Web' are not diagnosed: Datadog watches it");
    Template.fromStack(stack).resourceCountIs('AWS::Events::Rule', 0);
  });

  test.each(['', '   '])('needs a reason, and %j is none', reason => {
    expect(() => StopAnalysis.none(reason)).toThrow(`'reason' is '${reason}', but StopAnalysis.none must have one; set it to what watches the service instead`);
  });

  test('needs a topic for its alarms', () => {
    expect(() => declareIn(newStack(), { image, stopAnalysis })).toThrow("'stopAnalysis' is StopAnalysis.none, so no topic is created, but the alarms need one; set 'alarmTopic'");
  });

  test('has neither an analyzer nor an alarm that counts its diagnoses', () => {
    const stack = newStack();
    const alarmTopic = oncallIn(stack);
    const web = declareIn(stack, { image, stopAnalysis, alarmTopic });
    expect(() => web.stopAnalyzer).toThrow("'Shop/Web' has no stop analyzer, because its 'stopAnalysis' is StopAnalysis.none");
    expect(() => declareIn(stack, { image, stopAnalysis, alarmTopic, alarms: { more: [OptionalAlarm.FAILED_TASKS] } }, 'Api'))
      .toThrow('such as OptionalAlarm.FAILED_TASKS');
  });
});

test('a service is not watched from another Region', () => {
  const app = new App();
  const [watch, shop] = ['eu-west-1', 'us-east-1'].map(region => new Stack(app, region, { env: { region, account: '111122223333' } }));
  const analyzer = new StopAnalyzer(watch, 'StopAnalyzer', { services: [] });
  expect(() => declareIn(shop, { image, stopAnalysis: StopAnalysis.by(analyzer) })).toThrow('runs in account 111122223333 and Region us-east-1, but its stop analyzer is in 111122223333 and eu-west-1');
});
