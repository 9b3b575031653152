import { App, Stack, Tags, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { AlarmBehavior, Cluster, ContainerImage, FargateService, FargateTaskDefinition, LogDrivers } from 'aws-cdk-lib/aws-ecs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { lengthOf } from './deployed-length';
import { inputTemplates } from './event-bridge';
import { allowedIn } from '../../src/analyzer/protocol/service-tags';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { FargateGuardrails } from '../../src/guardrails/plugin/fargate-guardrails';
import { Guardrail } from '../../src/guardrails/plugin/settings/guardrail';

const numbers = (count: number): readonly number[] => [...Array(count).keys()];

/** A name of so many characters, told from others by a number. */
const long = (name: string, characters: number): string => `${name}-${'x'.repeat(characters - name.length - 1)}`;

const REASON = 'The team that runs this service has "other" means, as agreed in SHOP-12 (until May), größer geht\'s nicht & <b>. '.repeat(3);

/** More guardrails than a service that was adopted from elsewhere breaks. */
const ACKNOWLEDGED = CATALOGUE.slice(0, 60).map(({ id }) => id);

const OWNER_TAGS = numbers(30).map(number => [long(`owner-${number}`, 128), 'y'.repeat(256)] as const);

/** Everything that synthesis knows of a service, as long and as many as there can be. */
function largeService(stack: Stack, number: number, cluster: Cluster, alarmNames: string[]): FargateService {
  const taskDefinition = new FargateTaskDefinition(stack, `Task${number}`, { family: long(`family-${number}`, 120) });
  const logGroup = LogGroup.fromLogGroupName(stack, `Log${number}`, long(`/ecs/${number}`, 120));
  for (const container of numbers(5)) {
    taskDefinition.addContainer(long(`container-${container}`, 100), {
      image: ContainerImage.fromRegistry('web:1'), logging: LogDrivers.awsLogs({ streamPrefix: long('prefix', 100), logGroup }),
    });
  }
  const service = new FargateService(stack, `Web${number}`, {
    cluster, taskDefinition, serviceName: long(`service-${number}`, 120), deploymentAlarms: { alarmNames, behavior: AlarmBehavior.FAIL_ON_ALARM },
  });
  for (const [key, value] of OWNER_TAGS) Tags.of(service).add(key, value);
  return service;
}

function judgedApp(): App {
  const app = new App({ treeMetadata: false, context: { '@aws-cdk/core:stackResourceLimit': 0 } });
  const levels = Object.values(Guardrail).filter(one => one instanceof Guardrail && one !== Guardrail.NOT_JUDGED).map(one => one.warning('known'));
  FargateGuardrails.register(app, { levels });
  for (const id of ACKNOWLEDGED) Validations.of(app).acknowledge({ id: `HardenedFargate::${id}`, reason: REASON });
  return app;
}

/** Services in so many stacks, by one analyzer that is declared in the first of them. */
function watched(services: number, stacks: number): readonly Stack[] {
  const app = judgedApp();
  const all = numbers(stacks).map(number => new Stack(app, `Shop${number}`, {
    stackName: long(`shop-${number}`, 100), env: { account: '111122223333', region: 'ap-southeast-1' },
  }));
  const analyzer = new StopAnalyzer(all[0], 'StopAnalyzer', { services: [] });
  for (const [index, stack] of all.entries()) {
    const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a'], privateSubnetIds: ['subnet-1'] });
    const cluster = new Cluster(stack, 'Cluster', { vpc, clusterName: long(`cluster-${index}`, 100) });
    const alarmNames = numbers(20).map(number => new Alarm(stack, `Alarm${number}`, {
      alarmName: long(`alarm-${number}`, 200), metric: new Metric({ namespace: 'Shop', metricName: 'Errors' }), threshold: 1, evaluationPeriods: 1,
    }).alarmName);
    for (const number of numbers(services / stacks)) analyzer.watch(largeService(stack, number, cluster, alarmNames));
  }
  return all;
}

type Tag = { readonly Key: string; readonly Value: string };

describe.each([[20, 1], [200, 8]])('what synthesis knows reaches the analyzer of %i services in %i stacks', (services, count) => {
  const stacks = watched(services, count);
  const written = stacks.map(stack => Template.fromStack(stack));
  const ofType = (type: string): readonly any[] => written.flatMap(template => Object.values(template.findResources(type)));
  const analyzers = (type: string): readonly any[] => Object.values(written[0].findResources(type));

  test('in event templates of at most 8,192 bytes', () => {
    const templates = stacks.flatMap(stack => Object.values(inputTemplates(stack)));
    expect(templates.length).toBeGreaterThan(0);
    for (const template of templates) expect(Buffer.byteLength(template ?? '')).toBeLessThanOrEqual(8_192);
  });

  test('by event patterns of at most 2,048 characters', () => {
    for (const { Properties } of ofType('AWS::Events::Rule')) expect(lengthOf(Properties.EventPattern ?? {})).toBeLessThanOrEqual(2_048);
  });

  test('with inline policies of at most 10,240 characters in each role, and managed ones of 6,144', () => {
    const inline = new Map<string, number>();
    for (const { Properties: { PolicyDocument, Roles } } of analyzers('AWS::IAM::Policy')) {
      const role = JSON.stringify(Roles);
      inline.set(role, (inline.get(role) ?? 0) + lengthOf(PolicyDocument));
    }
    expect(inline.size).toBeGreaterThan(0);
    for (const characters of inline.values()) expect(characters).toBeLessThanOrEqual(10_240);
    for (const { Properties } of analyzers('AWS::IAM::ManagedPolicy')) expect(lengthOf(Properties.PolicyDocument)).toBeLessThanOrEqual(6_144);
  });

  test('with policies of the queues of at most 8,192 bytes and 20 statements', () => {
    for (const { Properties: { PolicyDocument } } of analyzers('AWS::SQS::QueuePolicy')) {
      expect(lengthOf(PolicyDocument)).toBeLessThanOrEqual(8_192);
      expect(PolicyDocument.Statement.length).toBeLessThanOrEqual(20);
    }
  });

  test('with at most 4 KB of environment variables', () => {
    for (const { Properties } of analyzers('AWS::Lambda::Function')) {
      if (Properties.Environment) expect(lengthOf(Properties.Environment.Variables)).toBeLessThanOrEqual(4_096);
    }
  });

  test('with at most 50 tags of a service, whose values have at most 256 characters', () => {
    for (const { Properties } of ofType('AWS::ECS::Service')) {
      const tags = Properties.Tags as readonly Tag[];
      expect(tags.length).toBeLessThanOrEqual(50);
      for (const { Key, Value } of tags) expect([Key.length <= 128, Value.length <= 256]).toEqual([true, true]);
    }
  });

  test('with every acknowledgment of each service', () => {
    const inTags = ofType('AWS::ECS::Service').map(({ Properties }) =>
      Object.keys(allowedIn(Object.fromEntries((Properties.Tags as readonly Tag[]).map(({ Key, Value }) => [Key, Value])))));
    const inRules = stacks.flatMap(stack => Object.values(inputTemplates(stack)).map(template =>
      Object.keys(JSON.parse((template ?? '{}').replace('<aws.events.event.json>', '{}')).acknowledged ?? {})));
    const told = inTags[0].length > 0 ? inTags : inRules;
    for (const ids of told) expect([...ids].sort()).toEqual([...ACKNOWLEDGED].sort());
  });
});
