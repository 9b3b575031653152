import { CreateTopicCommand, DeleteTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand, SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { EmulatedAnalyzer } from './emulated-analyzer';
import { CREDENTIALS, REGION, runAgainst } from './run-against';
import { TICK } from '../analyzer/crashes';

const REFUSED = 'Error: connect ECONNREFUSED 10.0.3.17:5432';

/** What ECS says of a task that never started. */
const notStarted = async (stoppedReason: string): Promise<object> => ({ ...await analyzer.crash(), stopCode: 'TaskFailedToStart', stoppedReason });

const NO_IMAGE = 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref '
  + 'public.ecr.aws/docker/library/busybox:1.37: not found';
const NO_SECRET = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
  + 'unable to retrieve secret from asm: service call has been retried 5 time(s): context deadline exceeded';

let analyzer: EmulatedAnalyzer;
let sns: SNSClient;

beforeAll(async () => {
  analyzer = await EmulatedAnalyzer.start();
  sns = new SNSClient({ endpoint: analyzer.ministack.url, region: REGION, credentials: CREDENTIALS });
}, 180_000);

afterAll(() => analyzer.stop());

/** How many stops the incident of a cause counts, by the command that the output of the stack names. */
async function counted(cause: string): Promise<number | undefined> {
  const { stdout, stderr } = await runAgainst(analyzer.ministack.url, [
    'incidents', '--table', analyzer.table, '--cluster', analyzer.outputs.ClusterName, '--json',
  ]);
  if (stdout === '') throw new Error(stderr);
  const incidents = JSON.parse(stdout) as readonly { readonly cause: string; readonly occurrences: number }[];
  return incidents.find(incident => incident.cause === cause)?.occurrences;
}

/** Until something is so; the test runner ends what waits too long. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!await isSo()) await new Promise(again => setTimeout(again, 500));
}

test('the first stop is told to the subscriber of the topic, with the line of the log in the account that explains it', async () => {
  await analyzer.putOnBus(await analyzer.crash('starting', REFUSED));
  expect(await analyzer.told()).toMatchObject({
    cause: 'app/dependency-unreachable',
    clues: [expect.objectContaining({ source: 'log', quote: REFUSED })],
    incident: { status: 'open', notification: 'first' },
  });
});

test('seven more stops like it, one of them delivered three times, are counted, and nobody is told again', async () => {
  const [again, ...others] = await Promise.all(Array.from({ length: 7 }, () => analyzer.crash('starting', REFUSED)));
  await analyzer.putOnBus(again, again, ...others, again);
  await until(async () => await counted('app/dependency-unreachable') === 8);
  expect(await analyzer.told(2)).toBeUndefined();
});

test('a stop by another cause is another incident', async () => {
  await analyzer.putOnBus(await notStarted(NO_IMAGE));
  expect(await analyzer.told()).toMatchObject({ cause: 'pull/image-not-found', incident: { notification: 'first' } });
});

test('the widget of the dashboard shows each incident with its count and the line that explains it', async () => {
  const page = await analyzer.shown();
  expect(page).toContain('ECONNREFUSED 10.0.3.17:5432');
  expect(page).toMatch(/8 stops/);
  expect(page).toContain('app/dependency-unreachable');
  expect(page).toContain('pull/image-not-found');
  expect(page).not.toMatch(/<script/i);
});

describe('the dead-letter queue', () => {
  const letter = () => analyzer.take(analyzer.outputs.DeadLettersUrl);

  async function arnOf(QueueUrl: string): Promise<string | undefined> {
    const { Attributes } = await analyzer.sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
    return Attributes?.QueueArn;
  }

  test('holds what nobody can read, with the reason', async () => {
    await analyzer.sqs.send(new SendMessageCommand({ QueueUrl: analyzer.outputs.StopsUrl, MessageBody: 'no event' }));
    const { Body, MessageAttributes } = await letter() ?? {};
    expect(Body).toBe('no event');
    expect(MessageAttributes?.reason?.StringValue).toMatch(/JSON/);
  });

  test('gets the reason for what the queue moved there by itself, once the clock of the analyzer sees it', async () => {
    const { StopsUrl: stops, DeadLettersUrl: letters } = analyzer.outputs;
    // The queue of somebody who gives up at once, with the same dead-letter queue.
    const { QueueUrl } = await analyzer.sqs.send(new CreateQueueCommand({
      QueueName: 'gives-up',
      Attributes: { VisibilityTimeout: '1', RedrivePolicy: JSON.stringify({ deadLetterTargetArn: await arnOf(letters), maxReceiveCount: 1 }) },
    }));
    await analyzer.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'a function that never starts' }));
    for (let attempt = 0; attempt < 3; attempt++) {
      await analyzer.sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
      await new Promise(again => setTimeout(again, 1_500));
    }
    await analyzer.sqs.send(new SendMessageCommand({ QueueUrl: stops, MessageBody: TICK }));
    await until(async () => {
      const { Messages = [] } = await analyzer.sqs.send(new ReceiveMessageCommand({ QueueUrl: letters, VisibilityTimeout: 0, MessageAttributeNames: ['All'] }));
      return /did not finish/.test(Messages[0]?.MessageAttributes?.reason?.StringValue ?? '');
    });
    // The clock may tick twice at once, and then it is there twice.
    for (let found = await letter(); found !== undefined; found = await analyzer.take(letters, 1)) {
      expect(found.Body).toBe('a function that never starts');
    }
  });

  test('is redriven: a stop that the topic did not take is told once the topic is there again', async () => {
    // Otherwise five attempts take half an hour.
    await analyzer.sqs.send(new SetQueueAttributesCommand({ QueueUrl: analyzer.outputs.StopsUrl, Attributes: { VisibilityTimeout: '10' } }));
    await sns.send(new DeleteTopicCommand({ TopicArn: analyzer.outputs.TopicArn }));
    await analyzer.putOnBus(await notStarted(NO_SECRET));
    // Shorter, and the queue would give up while the function is still at an attempt, and say no reason.
    const { Body, MessageAttributes } = await letter() ?? await letter() ?? await letter() ?? await letter() ?? await letter() ?? {};
    expect(MessageAttributes?.reason?.StringValue).toMatch(/^not delivered in 5 attempts; .*: Topic does not exist/);

    await sns.send(new CreateTopicCommand({ Name: analyzer.outputs.TopicArn.split(':').pop() }));
    await sns.send(new SubscribeCommand({
      TopicArn: analyzer.outputs.TopicArn, Protocol: 'sqs', Endpoint: await arnOf(analyzer.outputs.ToldUrl), Attributes: { RawMessageDelivery: 'true' },
    }));
    // What a message move task of SQS does; MiniStack has none.
    await analyzer.sqs.send(new SendMessageCommand({ QueueUrl: analyzer.outputs.StopsUrl, MessageBody: Body }));
    // Whoever sent it last may still be at it: then the clock of the analyzer sends it, every minute.
    const told = await analyzer.told() ?? await analyzer.told() ?? await analyzer.told() ?? await analyzer.told();
    expect(told).toMatchObject({ cause: 'init/network', incident: { notification: 'first' } });
    expect(await analyzer.told(2)).toBeUndefined();
  }, 300_000);
});
