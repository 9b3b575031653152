import { App, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition, LogDrivers } from 'aws-cdk-lib/aws-ecs';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { StopEvidence } from '../../src/analyzer/access/stop-evidence';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import type { IStopAnalyzer } from '../../src/analyzer/stop-analyzer-reference';
import { StopForwarder } from '../../src/analyzer/stop-forwarder';
import { HardenedFargateService } from '../../src/index';
import { propertiesOf } from '../found';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';

const EVERY_RULE = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':events:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':rule/*']] };

/** An app with the stack of an analyzer and that of a service, which logs. */
function twoStacks(context: Readonly<Record<string, unknown>> = {}) {
  const app = new App({ context });
  const [watch, shop] = ['Watch', 'Shop'].map(id => new Stack(app, id));
  const cluster = new Cluster(shop, 'Cluster', { vpc: new Vpc(shop, 'Vpc') });
  const taskDefinition = new FargateTaskDefinition(shop, 'Task');
  taskDefinition.addContainer('app', {
    image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'),
    logging: LogDrivers.awsLogs({ streamPrefix: 'app', logGroup: new LogGroup(shop, 'Log') }),
  });
  return { app, watch, shop, cluster, web: new FargateService(shop, 'Web', { cluster, taskDefinition }) };
}

const whoMaySend = (stack: Stack): readonly unknown[] => propertiesOf(Template.fromStack(stack), 'AWS::SQS::QueuePolicy')
  .flatMap(({ PolicyDocument: { Statement: statements } }) => statements as { Effect: string; Condition: { ArnLike: { 'aws:SourceArn': unknown } } }[])
  .filter(({ Effect: effect }) => effect === 'Allow').map(({ Condition: { ArnLike: { 'aws:SourceArn': rules } } }) => rules);

describe.each(Object.entries(FLAG_SETS))('an analyzer of another stack, with %s', (_, context) => {
  test('is never told of a service, and lets the rules of the account in', () => {
    const { app, watch, web } = twoStacks(context);
    new StopAnalyzer(watch, 'StopAnalyzer', { services: [] }).watch(web);
    expect(whoMaySend(watch)).toEqual([EVERY_RULE, EVERY_RULE]);
    expect(watch.dependencies).toEqual([]);
    const { template } = app.synth().getStackByName('Watch');
    expect(JSON.stringify(template)).not.toMatch(/Fn::ImportValue|Fn::GetStackOutput/);
  });

  test('holds no service back that moves to another one, by an export', () => {
    const { app, watch, web } = twoStacks(context);
    new StopAnalyzer(watch, 'StopAnalyzer', { services: [] }).watch(web);
    const { Outputs = {} } = app.synth().getStackByName('Watch').template as { Outputs?: Record<string, { Export?: object }> };
    expect(Object.values(Outputs).filter(output => output.Export !== undefined)).toEqual([]);
  });
});

test('an analyzer reads the logs of a service of another stack by the name that CloudFormation will give them, and the tasks of every cluster', () => {
  const { watch, web } = twoStacks();
  new StopAnalyzer(watch, 'StopAnalyzer', { services: [] }).watch(web);
  const written = JSON.stringify(propertiesOf(Template.fromStack(watch), 'AWS::IAM::Policy'));
  expect(written).toContain(':log-group:Shop-Log95422804-*:');
  expect(written).not.toContain(':log-group:*');
  expect(written).toContain(':task/*/*');
});

test('an analyzer for the services of other apps reads their logs when it is told to', () => {
  const policyWith = (evidence?: StopEvidence) => {
    const watch = new Stack(new App(), 'Watch');
    new StopAnalyzer(watch, 'StopAnalyzer', { services: [], evidence });
    return JSON.stringify(propertiesOf(Template.fromStack(watch), 'AWS::IAM::Policy'));
  };
  expect(policyWith()).toContain('ecs:DescribeTasks');
  expect(policyWith()).not.toContain('logs:GetLogEvents');
  expect(policyWith(StopEvidence.ALL)).toContain('logs:GetLogEvents');
});

describe('the rules of a service', () => {
  const imported = (stack: Stack): IStopAnalyzer => StopAnalyzer.fromStopAnalyzerAttributes(stack, 'Analyzer', {
    topicArn: 'arn:aws:sns:eu-central-1:111122223333:stops',
    queueArn: 'arn:aws:sqs:eu-central-1:111122223333:stops',
    deadLetterQueueArn: 'arn:aws:sqs:eu-central-1:111122223333:lost-stops',
  });

  test('put its events into the queue of an analyzer that another app deployed, or into its dead letters', () => {
    const { shop, web } = twoStacks();
    imported(shop).watch(web);
    const rules = propertiesOf(Template.fromStack(shop), 'AWS::Events::Rule');
    expect(rules).toHaveLength(2);
    for (const { Targets } of rules) {
      expect(Targets).toMatchObject([{ Arn: 'arn:aws:sqs:eu-central-1:111122223333:stops', DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-central-1:111122223333:lost-stops' } }]);
    }
  });

  test('bring along what was allowed on purpose, and why', () => {
    const { shop, web } = twoStacks();
    imported(shop).watch(web);
    Validations.of(web).acknowledge({ id: 'HardenedFargate::non-root-user', reason: 'The image needs root until May' });
    for (const { Targets } of propertiesOf(Template.fromStack(shop), 'AWS::Events::Rule')) {
      expect(Targets[0].InputTransformer.InputTemplate).toBe('{"event":<aws.events.event.json>,"acknowledged":{"non-root-user":"The image needs root until May"}}');
    }
  });

  test('exist once, however often it is watched', () => {
    const { shop, web } = twoStacks();
    const analyzer = imported(shop);
    analyzer.watch(web);
    analyzer.watch(web);
    Template.fromStack(shop).resourceCountIs('AWS::Events::Rule', 2);
  });

  test('are not needed where the analyzer watches its cluster, or the whole account', () => {
    const { shop, web, cluster } = twoStacks();
    new StopAnalyzer(shop, 'OfCluster', { cluster }).watch(web);
    new StopAnalyzer(shop, 'OfAccount').watch(web);
    StopAnalyzer.fromStopAnalyzerAttributes(shop, 'Deployed', { topicArn: 'arn:aws:sns:eu-central-1:111122223333:stops' }).watch(web);
    const rules = Object.keys(Template.fromStack(shop).findResources('AWS::Events::Rule')).filter(id => !/Canary|Tick/.test(id));
    expect(rules).toHaveLength(4);
  });
});

test.each([
  [{ queueArn: 'arn:aws:sqs:eu-central-1:111122223333:stops' }, "'queueArn' is set and 'deadLetterQueueArn' is not"],
  [{ deadLetterQueueArn: 'arn:aws:sqs:eu-central-1:111122223333:lost' }, "'deadLetterQueueArn' is set and 'queueArn' is not"],
])('an imported analyzer has both queues or none: %j', (queues, message) => {
  const { shop } = twoStacks();
  expect(() => StopAnalyzer.fromStopAnalyzerAttributes(shop, 'Analyzer', { topicArn: 'arn:aws:sns:eu-central-1:111122223333:stops', ...queues })).toThrow(message);
});

describe('a central analyzer', () => {
  test('diagnoses what is on its event bus', () => {
    const watch = new Stack(new App(), 'Watch');
    const eventBus = new EventBus(watch, 'Stops');
    new StopAnalyzer(watch, 'StopAnalyzer', { eventBus });
    const names = propertiesOf(Template.fromStack(watch), 'AWS::Events::Rule').map(({ EventBusName }) => EventBusName);
    expect(names.filter(name => JSON.stringify(name) === JSON.stringify(watch.resolve(eventBus.eventBusName)))).toHaveLength(2);
  });

  test('is sent the stops and the troubles of an account, or its dead letters are', () => {
    const member = new Stack(new App(), 'Member');
    const eventBus = EventBus.fromEventBusArn(member, 'Stops', 'arn:aws:events:eu-central-1:999988887777:event-bus/fargate-stops');
    const { deadLetterQueue } = new StopForwarder(member, 'Forwarder', { eventBus });
    const rules = propertiesOf(Template.fromStack(member), 'AWS::Events::Rule');
    expect(rules.map(({ EventPattern }) => EventPattern['detail-type'])).toEqual([
      ['ECS Task State Change'], ['ECS Deployment State Change', 'ECS Service Action', 'ECS Hook State Change'],
    ]);
    for (const { Targets } of rules) {
      expect(Targets).toMatchObject([{ Arn: 'arn:aws:events:eu-central-1:999988887777:event-bus/fargate-stops', DeadLetterConfig: { Arn: member.resolve(deadLetterQueue.queueArn) } }]);
    }
    Template.fromStack(member).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: [{ Action: 'events:PutEvents', Effect: 'Allow', Resource: 'arn:aws:events:eu-central-1:999988887777:event-bus/fargate-stops' }] },
    });
  });

  test.each([['services', { services: [] }], ['cluster', {}]])('has an event bus of its own, and %s beside it says nothing', (prop, others) => {
    const { watch, cluster } = twoStacks();
    const eventBus = new EventBus(watch, 'Stops');
    expect(() => new StopAnalyzer(watch, 'StopAnalyzer', { eventBus, ...prop === 'cluster' ? { cluster } : others })).toThrow(`'eventBus' and '${prop}' are both set`);
  });
});

describe('two services of a stack, each with a cluster of its own', () => {
  const declared = (dependency: (web: HardenedFargateService, worker: HardenedFargateService) => void) => {
    const stack = new Stack(new App(), 'Shop');
    const vpc = new Vpc(stack, 'Vpc');
    const [web, worker] = ['Web', 'Worker'].map(id => new HardenedFargateService(stack, id, { vpc, image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27') }));
    dependency(web, worker);
    return stack;
  };

  test.each<[string, Parameters<typeof declared>[0]]>([
    ['the second depends on the first', (web, worker) => worker.node.addDependency(web)],
    ['the first depends on the second', (web, worker) => web.node.addDependency(worker)],
    ['the second depends on the ECS service of the first', (web, worker) => worker.node.addDependency(web.service)],
    ['the second depends on something that depends on the first', (web, worker) => {
      const between = new Construct(web, 'Between');
      new LogGroup(between, 'Audit').node.addDependency(web.service);
      worker.node.addDependency(between);
    }],
  ])('can be deployed when %s, because the queues admit every rule of the account', (_how, dependency) => {
    expect(whoMaySend(declared(dependency))).toEqual([EVERY_RULE, EVERY_RULE]);
  });

  test('have their rules named by the queues when neither waits for the other', () => {
    expect(JSON.stringify(whoMaySend(declared(() => undefined)))).not.toContain('rule/*');
    expect(JSON.stringify(whoMaySend(declared((web, worker) => worker.service.node.addDependency(web.service))))).not.toContain('rule/*');
  });
});
