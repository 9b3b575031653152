import { App, RemovalPolicy } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { type CfnService, type CfnTaskDefinition, ContainerImage, FargateService, LogDrivers } from 'aws-cdk-lib/aws-ecs';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { service, shop } from './shop';
import { StopEvidence } from '../../src/analyzer/access/stop-evidence';
import { StopSeverity } from '../../src/analyzer/resources/stop-severity';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { found, propertiesOf } from '../found';

interface EventRule {
  readonly Properties: { readonly EventPattern: Record<string, unknown> & { readonly detail: Record<string, unknown> } };
}

/** The rules about events of ECS. */
const rules = (template: Template): EventRule[] =>
  Object.values(template.findResources('AWS::Events::Rule', { Properties: { EventPattern: { source: ['aws.ecs'] } } })) as EventRule[];

const named = (template: Template, type: string) => Object.keys(template.findResources(type));

test('the logical ids of what keeps data or is subscribed to never change', () => {
  const { stack, cluster } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer', { cluster });
  const template = Template.fromStack(stack);
  expect(named(template, 'AWS::SQS::Queue').sort()).toEqual(['StopAnalyzerDeadLetterQueueE8F98FD3', 'StopAnalyzerQueue2E6CE854']);
  expect(named(template, 'AWS::SNS::Topic')).toEqual(['StopAnalyzerTopic53B67F39']);
  expect(named(template, 'AWS::Lambda::Function')).toEqual(['StopAnalyzerFunction5BEFC768']);
  expect(named(template, 'AWS::Logs::LogGroup')).toEqual(['StopAnalyzerLog39BC8D92']);
});

test('the logical ids of the analyzer that services share never change', () => {
  const { stack, cluster } = shop();
  StopAnalyzer.forService(service(stack, 'Web', cluster));
  const template = Template.fromStack(stack);
  expect(named(template, 'AWS::SQS::Queue').sort()).toEqual(['HardenedFargateStopAnalyzerDeadLetterQueue34C82621', 'HardenedFargateStopAnalyzerQueue4FD2BB5D']);
  expect(named(template, 'AWS::SNS::Topic')).toEqual(['HardenedFargateStopAnalyzerTopic816BCD84']);
  expect(named(template, 'AWS::Lambda::Function')).toEqual(['HardenedFargateStopAnalyzerFunction025BC18D']);
});

test('a deployment ends with how to subscribe, where the diagnoses are, and how to list the incidents', () => {
  const { stack, cluster } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer', { cluster });
  const outputs = Object.values(Template.fromStack(stack).findOutputs('*')).map(({ Value: value }) => value as unknown);
  expect(outputs).toEqual([
    {
      'Fn::Join': ['', [
        'aws sns subscribe --protocol email --topic-arn ', { Ref: 'StopAnalyzerTopic53B67F39' }, ' --notification-endpoint <address> --region ', { Ref: 'AWS::Region' },
      ]],
    },
    { Ref: 'StopAnalyzerLog39BC8D92' },
    { 'Fn::Join': ['', ['hardened-fargate incidents --table ', { Ref: expect.stringMatching(/^StopAnalyzerHardenedFargateIncidents/) }, ' --cluster <cluster>']] },
  ]);
});

test('services of one stack that report to the same topic share one analyzer', () => {
  const { stack, cluster } = shop();
  const topic = new Topic(stack, 'Oncall');
  const analyzers = ['Web', 'Api', 'Worker'].map(id => StopAnalyzer.forService(service(stack, id, cluster), topic));
  expect(new Set(analyzers).size).toBe(1);
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 1);
});

test('services that import the same topic share one analyzer too', () => {
  const { stack, cluster } = shop();
  const oncall = (id: string) => Topic.fromTopicArn(stack, id, 'arn:aws:sns:us-east-2:111122223333:oncall');
  const [web, api] = ['Web', 'Api'].map(id => StopAnalyzer.forService(service(stack, id, cluster), oncall(`${id}Oncall`)));
  expect(web).toBe(api);
});

test('a service that reports to another topic is told by another analyzer', () => {
  const { stack, cluster } = shop();
  const [shopTeam, payTeam] = ['ShopTeam', 'PayTeam'].map(id => new Topic(stack, id));
  expect(StopAnalyzer.forService(service(stack, 'Web', cluster), shopTeam).topic).toBe(shopTeam);
  expect(StopAnalyzer.forService(service(stack, 'Pay', cluster), payTeam).topic).toBe(payTeam);
});

test('another topic leaves the analyzer of a stack where it is, with its queues and its log', () => {
  const idsWith = (topicId: string | undefined) => {
    const { stack, cluster } = shop();
    StopAnalyzer.forService(service(stack, 'Web', cluster), topicId === undefined ? undefined : new Topic(stack, topicId));
    const template = Template.fromStack(stack);
    return ['AWS::SQS::Queue', 'AWS::Logs::LogGroup', 'AWS::Lambda::Function', 'AWS::Events::Rule'].flatMap(type => named(template, type)).sort();
  };
  expect(idsWith('Oncall')).toEqual(idsWith(undefined));
  expect(idsWith('Oncall')).toEqual(idsWith('OtherTeam'));
});

test('what could not be diagnosed outlives the stack, unless every service of the analyzer is thrown away', () => {
  const keptBy = (...policies: (RemovalPolicy | undefined)[]) => {
    const { stack, cluster } = shop();
    policies.forEach((policy, index) => StopAnalyzer.forService(service(stack, `Web${index}`, cluster), undefined, policy));
    const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, { Type: string; DeletionPolicy?: string }> };
    return Object.entries(Resources).filter(([id]) => /^HardenedFargateStopAnalyzer(DeadLetterQueue|Log)[0-9A-F]{8}$/.test(id)).map(([, { DeletionPolicy }]) => DeletionPolicy);
  };
  expect(keptBy(undefined)).toEqual(['Retain', 'Retain']);
  expect(keptBy(RemovalPolicy.DESTROY)).toEqual(['Delete', 'Delete']);
  expect(keptBy(RemovalPolicy.DESTROY, undefined)).toEqual(['Retain', 'Retain']);
  expect(keptBy(undefined, RemovalPolicy.DESTROY)).toEqual(['Retain', 'Retain']);
});

test('twenty services fit into the policy of one queue, which holds twenty statements at most', () => {
  const { stack, cluster } = shop();
  for (let count = 0; count < 20; count++) StopAnalyzer.forService(service(stack, `Service${count}`, cluster));
  for (const { PolicyDocument } of propertiesOf(Template.fromStack(stack), 'AWS::SQS::QueuePolicy')) expect(PolicyDocument.Statement).toHaveLength(2);
});

test('an analyzer of one stack lets in the rules of that stack only', () => {
  const { stack, cluster } = shop();
  StopAnalyzer.forService(service(stack, 'Web', cluster));
  const template = Template.fromStack(stack);
  const rulesOfStack = named(template, 'AWS::Events::Rule').map(id => ({ 'Fn::GetAtt': [id, 'Arn'] }));
  for (const { PolicyDocument } of propertiesOf(template, 'AWS::SQS::QueuePolicy')) {
    expect(PolicyDocument.Statement).toContainEqual(expect.objectContaining({ Effect: 'Allow', Condition: { ArnLike: { 'aws:SourceArn': rulesOfStack } } }));
  }
});

test('a service that is watched twice is diagnosed once', () => {
  const { stack, cluster } = shop();
  const web = service(stack, 'Web', cluster);
  StopAnalyzer.forService(web).watch(web);
  expect(rules(Template.fromStack(stack))).toHaveLength(2);
});

describe('services that share a task definition', () => {
  const groupsOf = (...names: readonly (string | undefined)[]) => {
    const { stack, cluster } = shop();
    const [first, ...others] = names.map((name, index) => service(stack, `Web${index}`, cluster, name));
    const sharing = others.map(({ node: { id } }, index) => new FargateService(stack, `Sharing${id}`, {
      cluster, taskDefinition: first.taskDefinition, serviceName: names[index + 1],
    }));
    for (const watched of [first, ...sharing]) StopAnalyzer.forService(watched);
    return rules(Template.fromStack(stack)).map(({ Properties: { EventPattern } }) => EventPattern)
      .filter(pattern => JSON.stringify(pattern['detail-type']) === '["ECS Task State Change"]').map(({ detail }) => detail.group);
  };

  test('have each stop put into the queue once: by the rule of its service, and those of no service by that of the first', () => {
    expect(groupsOf('storefront', 'backoffice')).toEqual([['service:storefront', { 'anything-but': { prefix: 'service:' } }], ['service:backoffice']]);
  });

  test('are told apart by the names that CloudFormation generates', () => {
    expect(groupsOf(undefined, undefined)).toEqual([
      [{ prefix: expect.stringMatching(/^service:Shop-Web0Service\w+-$/) }, { 'anything-but': { prefix: 'service:' } }],
      [{ prefix: expect.stringMatching(/^service:Shop-SharingWeb1Service\w+-$/) }],
    ]);
  });

  test('are an exception: a service of its own definition is known by that', () => {
    expect(groupsOf(undefined)).toEqual([undefined]);
  });
});

test('the rules of a service, and the queues that let them in, exist before the service, so that its first deployment is diagnosed too', () => {
  const { stack, cluster } = shop();
  StopAnalyzer.forService(service(stack, 'Web', cluster));
  const template = Template.fromStack(stack);
  const [{ DependsOn: waitsFor }] = Object.values(template.findResources('AWS::ECS::Service'));
  const needed = ['AWS::Events::Rule', 'AWS::SQS::Queue', 'AWS::SQS::QueuePolicy'].flatMap(type => named(template, type));
  expect(needed.filter(id => !/Canary|Tick/.test(id))).toHaveLength(6);
  expect(waitsFor).toEqual(expect.arrayContaining(needed.filter(id => !/Canary|Tick/.test(id))));
});

test('a service is known by its task family and by the name that CloudFormation will give it', () => {
  const { stack, cluster } = shop();
  const web = service(stack, 'Web', cluster);
  StopAnalyzer.forService(web);
  const template = Template.fromStack(stack);
  const [stops, troubles] = rules(template).map(({ Properties }) => JSON.stringify(Properties.EventPattern));
  expect(stops).toContain(`:task-definition/${web.taskDefinition.family}:`);
  expect(troubles).toContain(`/Shop-${named(template, 'AWS::ECS::Service')[0]}-`);
});

test('the troubles of a service are those of its ARN, and of its deployments', () => {
  const { stack, cluster } = shop();
  StopAnalyzer.forService(service(stack, 'Web', cluster));
  const template = Template.fromStack(stack);
  const [, troubles] = rules(template).map(({ Properties }) => JSON.stringify(Properties.EventPattern.resources));
  const written = troubles.replace(/","|",\[?\{"Ref":"(?:AWS::)?(\w+?)(?:[0-9A-F]{8})?"\},?"?/g, (_, name?: string) => name === undefined ? '' : `<${name}>`);
  expect(written).toContain(':ecs:<Region>:<AccountId>:service/<Cluster>/Shop-');
  expect(written).toContain(':ecs:<Region>:<AccountId>:service-deployment/<Cluster>/Shop-');
});

test('a service with a name of its own is known by that name', () => {
  const { stack, cluster } = shop();
  StopAnalyzer.forService(service(stack, 'Web', cluster, 'storefront'));
  expect(JSON.stringify(rules(Template.fromStack(stack))[1])).toMatch(/:service\/.*"\/storefront"/);
});

describe('a name that is set on the resource itself, after the analyzer began to watch, is the one that is known', () => {
  /** What the stop rule and the trouble rule are about. */
  const watched = (change: (service: CfnService, task: CfnTaskDefinition) => void): readonly string[] => {
    const { stack, cluster } = shop();
    const web = service(stack, 'Web', cluster);
    StopAnalyzer.forService(web);
    change(web.node.findChild('Service') as CfnService, web.taskDefinition.node.defaultChild as CfnTaskDefinition);
    return rules(Template.fromStack(stack)).map(({ Properties }) => JSON.stringify(Properties.EventPattern));
  };

  test('the family', () => {
    expect(watched((_service, task) => task.family = 'storefront')[0]).toContain(':task-definition/storefront:');
    expect(watched((_service, task) => task.addPropertyOverride('Family', 'storefront'))[0]).toContain(':task-definition/storefront:');
    expect(watched((_service, task) => task.addPropertyDeletionOverride('Family'))[0]).toMatch(/:task-definition\/Shop-WebTask\w+-"/);
  });

  test('the name of the service', () => {
    expect(watched(cfn => cfn.serviceName = 'storefront')[1]).toMatch(/:service\/.*"\/storefront"/);
    expect(watched(cfn => cfn.addPropertyOverride('ServiceName', 'storefront'))[1]).toMatch(/:service\/.*"\/storefront"/);
    expect(watched(cfn => cfn.overrideLogicalId('Storefront'))[1]).toContain('/Shop-Storefront-');
  });
});

test('the analyzer of a cluster takes the events of that cluster only', () => {
  const { stack, cluster } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer', { cluster });
  const [stops, troubles] = rules(Template.fromStack(stack)).map(({ Properties }) => Properties.EventPattern);
  expect(stops.detail).toEqual({ lastStatus: ['STOPPED'], clusterArn: [{ 'Fn::GetAtt': [expect.stringContaining('Cluster'), 'Arn'] }] });
  expect(troubles.resources).toEqual([{ prefix: expect.anything() }, { prefix: expect.anything() }]);
});

test('without cluster and services every stop of the account and Region is diagnosed', () => {
  const { stack } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer');
  expect(rules(Template.fromStack(stack)).map(({ Properties }) => Properties.EventPattern.detail)).toEqual([
    { lastStatus: ['STOPPED'] },
    { $or: [{ eventType: ['WARN', 'ERROR'] }, { eventName: ['HOOK_AWAITING_ACTION', 'HOOK_FAILED', 'HOOK_TIMED_OUT', 'SERVICE_STEADY_STATE', 'SERVICE_DEPLOYMENT_IN_PROGRESS', 'SERVICE_DEPLOYMENT_COMPLETED'] }, { reason: [{ wildcard: '*rolling back*' }] }] },
  ]);
});

test('no rule matches what the analyzer itself puts on the event bus', () => {
  const { stack } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer');
  for (const { Properties } of found(rules(Template.fromStack(stack)))) expect(Properties.EventPattern.source).toEqual(['aws.ecs']);
});

test('a cluster and services together are refused', () => {
  const { stack, cluster } = shop();
  expect(() => new StopAnalyzer(stack, 'StopAnalyzer', { cluster, services: [service(stack, 'Web', cluster)] }))
    .toThrow("'services' and 'cluster' are both set, but 'cluster' includes all of its services; remove one of them");
});

test('the function has room for the thread that explains an event alone', () => {
  const { stack } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer');
  expect(Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function'))[0].Properties.MemorySize).toBe(512);
});

test('benign stops disturb nobody, unless somebody asks for them', () => {
  const notified = (notify?: StopSeverity[]) => {
    const { stack } = shop();
    new StopAnalyzer(stack, 'StopAnalyzer', { notify });
    return Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function'))[0].Properties.Environment.Variables.NOTIFY_SEVERITIES;
  };
  expect(notified()).toBe('failure,notice');
  expect(notified([StopSeverity.BENIGN])).toBe('benign');
});

test('no stop is handed out twice while it is being diagnosed, and none is retried for ever', () => {
  const { stack } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer');
  const template = Template.fromStack(stack);
  const { Timeout } = Object.values(template.findResources('AWS::Lambda::Function'))[0].Properties;
  const queues = propertiesOf(template, 'AWS::SQS::Queue');
  const [queue] = queues.filter(({ RedrivePolicy }) => RedrivePolicy);
  expect(queue.VisibilityTimeout).toBeGreaterThan(6 * Timeout);
  expect(queue.RedrivePolicy.maxReceiveCount).toBe(8);
  expect(queues.every(({ SqsManagedSseEnabled }) => SqsManagedSseEnabled)).toBe(true);
});

test('every alarm of the analyzer speaks to its topic, which alarms may publish to', () => {
  const { stack } = shop();
  const { alarms } = new StopAnalyzer(stack, 'StopAnalyzer');
  const template = Template.fromStack(stack);
  expect(alarms).toHaveLength(4);
  template.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [{ Ref: named(template, 'AWS::SNS::Topic')[0] }] });
  const cloudWatch = Match.objectLike({ Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } });
  template.hasResourceProperties('AWS::SNS::TopicPolicy', { PolicyDocument: { Statement: Match.arrayWith([cloudWatch]) } });
  template.hasResourceProperties('AWS::KMS::Key', { KeyPolicy: { Statement: Match.arrayWith([cloudWatch]) } });
});

test('an alarm of the analyzer rings a minute after an error, and when a stop has waited for half an hour', () => {
  const { stack } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer');
  const alarms = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
  const counted = alarms.filter(({ Namespace }) => ['AWS/Lambda', 'AWS/SQS'].includes(Namespace));
  expect(counted.map(({ MetricName, Statistic, Period, EvaluationPeriods, Threshold, ComparisonOperator }) =>
    [MetricName, Statistic, Period, EvaluationPeriods, ComparisonOperator, Threshold])).toEqual([
    ['Errors', 'Sum', 60, 1, 'GreaterThanOrEqualToThreshold', 1],
    ['ApproximateAgeOfOldestMessage', 'Maximum', 60, 1, 'GreaterThanOrEqualToThreshold', 1800],
  ]);
});

test('alarms may publish to a topic of the app that is encrypted and has a policy', () => {
  const { stack, cluster } = shop();
  const topic = new Topic(stack, 'Oncall', { masterKey: new Key(stack, 'Key'), enforceSSL: true });
  for (const id of ['Web', 'Api']) new StopAnalyzer(stack, id, { cluster, topic });
  const template = Template.fromStack(stack);
  const forAlarms = (statements: { Principal: { Service?: string } }[]) => statements.filter(({ Principal }) => Principal.Service === 'cloudwatch.amazonaws.com');
  const [key] = Object.values(template.findResources('AWS::KMS::Key'));
  expect(forAlarms(key.Properties.KeyPolicy.Statement)).toMatchObject([{
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Condition: { StringEquals: { 'aws:SourceAccount': expect.anything() } },
  }]);
  const [policy] = Object.values(template.findResources('AWS::SNS::TopicPolicy'));
  expect(forAlarms(policy.Properties.PolicyDocument.Statement)).toMatchObject([{ Effect: 'Allow', Action: 'sns:Publish' }]);
});

test('a chat gets a topic of its own, which the function may publish to, with its key', () => {
  const { stack } = shop();
  const chatTopic = new Topic(stack, 'Chat', { masterKey: new Key(stack, 'ChatKey') });
  new StopAnalyzer(stack, 'StopAnalyzer', { chatTopic });
  const template = Template.fromStack(stack);
  const chat = { Ref: expect.stringMatching(/^Chat/) };
  expect(Object.values(template.findResources('AWS::Lambda::Function'))[0].Properties.Environment.Variables.CHAT_TOPIC_ARN).toEqual(chat);
  const statements = propertiesOf(template, 'AWS::IAM::Policy').flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  expect(statements).toContainEqual({ Effect: 'Allow', Action: 'sns:Publish', Resource: [{ Ref: expect.stringMatching(/^StopAnalyzerTopic/) }, chat] });
  expect(statements).toContainEqual(expect.objectContaining({
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: { 'Fn::GetAtt': [expect.stringMatching(/^ChatKey/), 'Arn'] },
  }));
});

test('a topic of the app without a policy keeps the default one, which lets alarms publish', () => {
  const { stack } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer', { topic: new Topic(stack, 'Oncall') });
  Template.fromStack(stack).resourceCountIs('AWS::SNS::TopicPolicy', 0);
});

/** What the policy of the analyzer lets it read of services, as `action on resource`. */
const reads = (template: Template): readonly string[] => propertiesOf(template, 'AWS::IAM::Policy')
  .flatMap(({ PolicyDocument }) => PolicyDocument.Statement as { Action: string | string[]; Resource: unknown }[])
  .flatMap(({ Action, Resource }) => [Action].flat().map(action => `${action} on ${JSON.stringify(Resource)}`))
  .filter(grant => /^[a-z]+:(?:Describe|List|Get|Lookup)/.test(grant) && !/^(?:sqs|events|dynamodb|ssm:GetParametersByPath on .*\/mute)/.test(grant));

test('what watches services reads those of their clusters, and the logs of their containers', () => {
  const { stack, cluster } = shop();
  const web = service(stack, 'Web', cluster);
  web.taskDefinition.addContainer('logged', {
    image: ContainerImage.fromRegistry('web:1'),
    logging: LogDrivers.awsLogs({ streamPrefix: 'web', logGroup: LogGroup.fromLogGroupName(stack, 'Log', '/ecs/web') }),
  });
  new StopAnalyzer(stack, 'StopAnalyzer', { services: [web] });
  const granted = reads(Template.fromStack(stack));
  expect(granted.find(grant => grant.startsWith('logs:GetLogEvents'))).toContain(':log-group:/ecs/web:log-stream:*');
  expect(granted.find(grant => grant.startsWith('ecs:DescribeServices'))).toMatch(/:service\/",\{"Ref":"Cluster\w+"\},"\/\*"/);
  expect(granted.filter(grant => grant.endsWith(' on ["*"]')).map(grant => grant.split(' ')[0]).sort()).toEqual([
    'cloudtrail:LookupEvents', 'cloudwatch:GetMetricStatistics', 'ecs:DescribeTaskDefinition', 'ecs:ListTasks',
    'elasticloadbalancing:DescribeListeners', 'elasticloadbalancing:DescribeLoadBalancerAttributes', 'elasticloadbalancing:DescribeLoadBalancers',
    'elasticloadbalancing:DescribeRules', 'elasticloadbalancing:DescribeTargetGroupAttributes', 'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeTargetHealth', 'ssm:DescribeParameters',
  ]);
});

test('what watches a whole account reads no log, unless it is asked to', () => {
  const logsOf = (evidence?: StopEvidence) => {
    const { stack } = shop();
    new StopAnalyzer(stack, 'StopAnalyzer', { evidence });
    return reads(Template.fromStack(stack)).filter(grant => grant.startsWith('logs:GetLogEvents'));
  };
  expect(logsOf()).toEqual([]);
  expect(logsOf(StopEvidence.ALL)).toHaveLength(1);
});

test('an analyzer that reads nothing may read nothing', () => {
  const { stack, cluster } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer', { cluster, evidence: StopEvidence.NONE });
  expect(reads(Template.fromStack(stack))).toEqual([]);
});

test.each([new AwsSolutionsChecks(), new ServerlessChecks()])('cdk-nag finds nothing to say: $constructor.name', pack => {
  const { stack, cluster } = shop();
  const analyzer = StopAnalyzer.forService(service(stack, 'Web', cluster));
  App.of(stack)?.synth();
  expect(pack.validateScope(analyzer).violations).toEqual([]);
});

test.each([[true, 'true'], [false, undefined], [undefined, undefined]])('redactPersonalData: %s tells the function so', (redactPersonalData, told) => {
  const { stack, cluster } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer', { cluster, redactPersonalData });
  const [handler] = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function'));
  expect(handler.Properties.Environment.Variables.REDACT_PERSONAL_DATA).toBe(told);
});
