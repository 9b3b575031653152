import { App, Duration, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Template } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { declareIn, type Differences, newStack, only } from './declare';
import { HardenedQueue, type QueueScalingOptions, Scaling } from '../../src/index';

const LIMITS = { maxCapacity: 10, backlogPerTask: 100 };

const worker = (options: Partial<QueueScalingOptions> = {}, differences: Differences = {}): Template => {
  const stack = newStack();
  declareIn(stack, { scaling: Scaling.onQueue(new HardenedQueue(stack, 'Mails'), { ...LIMITS, ...options }), ...differences });
  return Template.fromStack(stack);
};

/** What declaring a worker for a queue says. */
const refusing = (queueProps: sqs.QueueProps, options: Partial<QueueScalingOptions> = {}, differences: Differences = {}) => {
  const stack = newStack();
  const queue = new sqs.Queue(stack, 'Mails', { visibilityTimeout: Duration.minutes(5), ...queueProps });
  return expect(() => declareIn(stack, { scaling: Scaling.onQueue(queue, { ...LIMITS, ...options }), ...differences }));
};

const withDeadLetters = (): Pick<sqs.QueueProps, 'deadLetterQueue'> =>
  ({ deadLetterQueue: { queue: new sqs.Queue(newStack(undefined, 'Other'), 'DeadLetters'), maxReceiveCount: 5 } });

const policiesOf = (template: Template) => Object.values(template.findResources('AWS::ApplicationAutoScaling::ScalingPolicy')).map(({ Properties }) => Properties);
const alarmIn = (template: Template, name: string) =>
  Object.entries(template.findResources('AWS::CloudWatch::Alarm')).filter(([id]) => id.includes(name)).map(([, { Properties }]) => Properties)[0];

describe('a worker that is scaled by its queue', () => {
  const template = worker();

  test('has a target for the messages of each task, waiting or in flight, and no policy by CPU', () => {
    const [policy, ...others] = policiesOf(template);
    expect(others).toEqual([]);
    const { TargetValue, ScaleOutCooldown, CustomizedMetricSpecification: { Metrics } } = policy.TargetTrackingScalingPolicyConfiguration;
    expect([TargetValue, ScaleOutCooldown]).toEqual([100, 60]);
    expect(Metrics.map(({ Id, Expression, MetricStat, ReturnData }: any) => [Id, Expression ?? MetricStat.Metric.MetricName, ReturnData])).toEqual([
      ['visible', 'ApproximateNumberOfMessagesVisible', false],
      ['inFlight', 'ApproximateNumberOfMessagesNotVisible', false],
      ['running', 'RunningTaskCount', false],
      ['backlogPerTask', '(visible + inFlight) / running', true],
    ]);
    expect(Metrics[2].MetricStat.Metric.Dimensions.map(({ Name }: any) => Name).sort()).toEqual(['ClusterName', 'ServiceName']);
  });

  test('is told of messages that are too old as part of its health, and of dead letters apart from it', () => {
    expect(alarmIn(template, 'MessagesTooOld')).toMatchObject({ MetricName: 'ApproximateAgeOfOldestMessage', Threshold: 900, TreatMissingData: 'notBreaching' });
    expect(alarmIn(template, 'MessagesTooOld').AlarmActions).toBeUndefined();
    const deadLetters = alarmIn(template, 'DeadLetters');
    expect(deadLetters).toMatchObject({ MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 0 });
    expect(deadLetters.AlarmActions).toHaveLength(1);
    expect(deadLetters.Dimensions[0].Value['Fn::GetAtt'][0]).toMatch(/^MailsDeadLetters/);
    const rule = JSON.stringify(only(template, 'AWS::CloudWatch::CompositeAlarm').AlarmRule);
    expect(rule).toContain('MessagesTooOld');
    expect(rule).not.toContain('DeadLetters');
  });

  test('may do nothing with the protection of tasks', () => {
    expect(JSON.stringify(template.toJSON())).not.toContain('TaskProtection');
  });
});

test('CPU scales a worker too where that is asked for', () => {
  const policies = policiesOf(worker({ targetCpuUtilizationPercent: 70 }));
  expect(policies.map(policy => policy.TargetTrackingScalingPolicyConfiguration.TargetValue).sort()).toEqual([100, 70]);
});

describe('a worker without a message', () => {
  const template = worker({ minCapacity: 0 });

  test('runs no task, and a step starts the first one, because a backlog divided by no task is no number', () => {
    expect(only(template, 'AWS::ApplicationAutoScaling::ScalableTarget')).toMatchObject({ MinCapacity: 0, MaxCapacity: 10 });
    const step = policiesOf(template).find(({ PolicyType }) => PolicyType === 'StepScaling');
    expect(step?.StepScalingPolicyConfiguration).toMatchObject({
      AdjustmentType: 'ChangeInCapacity', Cooldown: 60, StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
    });
    const alarm = alarmIn(template, 'FromZeroAlarm');
    expect(alarm).toMatchObject({ Threshold: 0, EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold' });
    expect(alarm.Metrics[0].Expression).toBe('IF(FILL(running, 0) < 1, visible, 0)');
    expect(alarm.AlarmActions).toEqual([{ Ref: expect.stringMatching(/FromZero/) }]);
  });

  test('sets off no alarm, and one with tasks that always run needs no step', () => {
    expect(alarmIn(template, 'ServiceDown').TreatMissingData).toBe('notBreaching');
    expect(alarmIn(worker(), 'FromZeroAlarm')).toBeUndefined();
  });
});

test('tasks may protect themselves, and those of no other cluster, where that is asked for', () => {
  const policies = Object.values(worker({ taskProtection: true }).findResources('AWS::IAM::Policy')).map(({ Properties }) => Properties);
  const [statement] = policies.find(({ PolicyName }) => PolicyName.includes('TaskProtection'))?.PolicyDocument.Statement ?? [];
  expect(statement.Action).toEqual(['ecs:GetTaskProtection', 'ecs:UpdateTaskProtection']);
  expect(JSON.stringify(statement.Resource)).toMatch(/:ecs:.*:task\/",\{"Ref":"WebCluster\w+"\},"\/\*"/);
});

describe('a queue is refused', () => {
  test('without a dead-letter queue, unless it is said why', () => {
    refusing({}).toThrow("the queue 'Shop/Mails' has no dead-letter queue, and a message that fails is retried until SQS");
    refusing({}, { noDeadLetterQueueReason: ' ' }).toThrow('has no dead-letter queue');
    refusing({}, { noDeadLetterQueueReason: 'a lost mail is sent again tomorrow' }).not.toThrow();
  });

  test('with a visibility timeout that ends before a stopping task has finished', () => {
    refusing({ ...withDeadLetters(), visibilityTimeout: Duration.seconds(60) }, {}, { drainTime: Duration.seconds(90) })
      .toThrow("'drainTime' is 90 seconds, but the visibility timeout of the queue 'Shop/Mails' is 60");
    refusing({ ...withDeadLetters(), visibilityTimeout: undefined }, {}, { drainTime: Duration.seconds(90) }).toThrow('is 30, and another task');
    refusing({ ...withDeadLetters(), visibilityTimeout: Duration.seconds(90) }, {}, { drainTime: Duration.seconds(90) }).not.toThrow();
  });

  test('when a request for messages waits longer than a task has until it is killed', () => {
    refusing({ ...withDeadLetters(), receiveMessageWaitTime: Duration.seconds(20) }, {}, { drainTime: Duration.seconds(20) })
      .toThrow("'drainTime' is 20 seconds, but a request to the queue 'Shop/Mails' waits 20 for messages");
  });

  test('without encryption', () => {
    refusing({ ...withDeadLetters(), encryption: sqs.QueueEncryption.UNENCRYPTED }).toThrow("the queue 'Shop/Mails' is not encrypted");
  });

  test('with a backlog that no number of tasks could reach', () => {
    refusing(withDeadLetters(), { backlogPerTask: 0 }).toThrow("'scaling.backlogPerTask' is 0, but it must be above 0");
  });
});

test('the reason for no dead-letter queue is shown at synthesis', () => {
  const stack = newStack();
  declareIn(stack, { scaling: Scaling.onQueue(new sqs.Queue(stack, 'Mails'), { ...LIMITS, noDeadLetterQueueReason: 'mails are sent again tomorrow' }) });
  expect(Annotations.fromStack(stack).findInfo('*', "the queue 'Shop/Mails' of 'Shop/Web' has no dead-letter queue: mails are sent again tomorrow")).toHaveLength(1);
});

describe('an imported queue', () => {
  const declared = (options: Partial<QueueScalingOptions>) => {
    const stack = newStack();
    const at = (id: string) => sqs.Queue.fromQueueArn(stack, id, `arn:aws:sqs:eu-central-1:111122223333:${id}`);
    declareIn(stack, { scaling: Scaling.onQueue(at('mails'), { ...LIMITS, ...options, ...options.deadLetterQueue && { deadLetterQueue: at('lost') } }) });
    return Template.fromStack(stack);
  };

  test('needs an answer where its dead letters go, because that cannot be seen', () => {
    expect(() => declared({})).toThrow("the queue 'Shop/mails' is imported, and its dead-letter queue is not known");
  });

  test('is watched with the queue that was named, and for messages of an hour', () => {
    const template = declared({ deadLetterQueue: new sqs.Queue(newStack(undefined, 'Other'), 'Any') });
    expect(alarmIn(template, 'DeadLetters').Dimensions).toEqual([{ Name: 'QueueName', Value: 'lost' }]);
    expect(alarmIn(template, 'MessagesTooOld').Threshold).toBe(3600);
  });
});

test('a time that only deployment knows passes', () => {
  const unknown = Duration.seconds(Lazy.number({ produce: () => 60 }));
  refusing({ ...withDeadLetters(), visibilityTimeout: unknown, receiveMessageWaitTime: unknown }).not.toThrow();
});

describe('a hardened queue', () => {
  const stack = new Stack(new App(), 'Shop');
  new HardenedQueue(stack, 'Mails');
  const queues = Template.fromStack(stack).findResources('AWS::SQS::Queue');

  test('is encrypted, waits for messages, and keeps what failed five times for 14 days', () => {
    const [deadLetters, queue] = Object.values(queues).map(({ Properties }) => Properties);
    expect(queue).toMatchObject({ SqsManagedSseEnabled: true, VisibilityTimeout: 300, ReceiveMessageWaitTimeSeconds: 20 });
    expect(queue.RedrivePolicy.maxReceiveCount).toBe(5);
    expect(deadLetters).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 1209600 });
    expect(Object.values(queues).map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['RetainExceptOnCreate', 'RetainExceptOnCreate']);
  });

  test('answers over TLS only, as its dead-letter queue does', () => {
    const policies = Object.values(Template.fromStack(stack).findResources('AWS::SQS::QueuePolicy'));
    expect(policies.map(({ Properties }) => Properties.PolicyDocument.Statement)).toEqual([1, 2].map(() => [expect.objectContaining({
      Action: 'sqs:*', Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } }, Principal: { AWS: '*' },
    })]));
  });
});
