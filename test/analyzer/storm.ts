import { crash, TICK } from './crashes';
import { messagesTo, onEventBus, published } from './failed-stops';
import { environmentOf, load, TABLE } from './shipped-analyzer';
import type { BatchOutcome } from '../../src/analyzer/explaining/queued-event';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { incidentTable } from '../../src/incidents/table/incident-table.sdk';
import { definition, service } from '../evidence/collectors/a-stop';
import { AwsEndpoint, type Reading } from '../fake-aws/aws-endpoint';
import { DynamoDb } from '../fake-aws/dynamodb';
import type { LambdaRuntime } from '../fake-aws/lambda-runtime';

/** Services that crash all at once. */
export interface Storm {
  readonly services: number;
  readonly stops: number;
  /** How many events come again, of a hundred. */
  readonly duplicates: number;
  readonly functions: number;
  /** So many messages a minute are sent one by one. */
  readonly messagesPerMinute: number;
}

export interface StormOutcome {
  /** What people were told, also in digests. */
  readonly told: readonly Diagnosis[];
  /** The messages that people got. */
  readonly messages: number;
  /** The stops that programs were told of; one whose answer was late is put there again. */
  readonly onBus: number;
  /** The stops of each incident in the table. */
  readonly counts: readonly number[];
  /** Calls by their action, repetitions included. */
  readonly calls: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly logBytes: number;
}

const BATCH = 10;

const LOG = { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-2', 'awslogs-stream-prefix': 'web' } };

/** What the account answers of each of the services; their logs are complete. */
const ACCOUNT: Readonly<Record<string, Reading>> = {
  'ecs:DescribeTaskDefinition': definition(8, { logConfiguration: LOG }),
  'ecs:DescribeServices': ({ services }) => service({
    serviceName: (services as readonly string[])[0],
    deployments: [{
      id: 'ecs-svc/8646900195280463695', status: 'PRIMARY', rolloutState: 'COMPLETED', taskDefinition: 'arn:aws:ecs:us-east-2:111122223333:task-definition/demo:10',
    }],
  }),
  'logs:GetLogEvents': () => ({ events: [{ timestamp: Date.now() + 3_600_000, message: 'Error: connect ECONNREFUSED 10.0.3.17:5432' }] }),
};

/** Hands a storm to several functions at once, in an order that a seed decides, until the queue is empty. */
export async function weather({ services, stops, duplicates, functions, messagesPerMinute }: Storm, seed = 20261127): Promise<StormOutcome> {
  const dynamoDb = await DynamoDb.start();
  await dynamoDb.createTable(TABLE);
  const aws = await AwsEndpoint.start(dynamoDb);
  aws.hold(ACCOUNT);
  const environment = {
    ...environmentOf(aws, ['failure', 'notice'], ['log', 'service', 'task-definition']),
    MESSAGES_PER_MINUTE: String(messagesPerMinute),
  };
  const runtimes = await Promise.all(Array.from({ length: functions }, () => load(environment)));
  const first = Array.from({ length: stops }, (_, number) => crash(`service-${number % services}`, number));
  const again = first.slice(0, Math.round(stops * duplicates / 100));
  const queue = shuffled([...first, ...again], seed).map((body, index) => ({ messageId: `message-${index}`, body }));
  const began = performance.now();
  await Promise.all(runtimes.map(runtime => drain(queue, runtime)));
  const seconds = (performance.now() - began) / 1_000;

  await runtimes[0].invoke({ Records: [{ messageId: 'tick', body: TICK }] });

  const table = incidentTable(dynamoDb.client, TABLE);
  const incidents = await Promise.all((await table.list('active')).map(id => table.read(id, Date.now())));
  const outcome = {
    told: published(aws),
    messages: messagesTo(aws).length,
    onBus: new Set(onEventBus(aws).map(({ taskArn }) => taskArn)).size,
    counts: incidents.map(({ incident }) => incident?.occurrences ?? 0),
    calls: countsOf(aws.calls.map(({ action }) => action)),
    seconds,
    peakMegabytes: Math.max(...runtimes.map(runtime => runtime.peakMegabytes)),
    logBytes: runtimes.flatMap(({ log }) => log).reduce((sum, line) => sum + line.length, 0),
  };
  await Promise.all(runtimes.map(runtime => runtime.stop()));
  await aws.stop();
  await dynamoDb.stop();
  return outcome;
}

/** What a function does not take is handed out again at the end. */
async function drain(queue: { readonly messageId: string; readonly body: string }[], runtime: LambdaRuntime): Promise<void> {
  while (queue.length > 0) {
    const Records = queue.splice(0, BATCH);
    const { batchItemFailures } = await runtime.invoke({ Records }) as BatchOutcome;
    queue.push(...Records.filter(({ messageId }) => batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === messageId)));
  }
}

function countsOf(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The order of a linear congruential generator, the same for the same seed. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items];
  let state = seed;
  for (let last = order.length - 1; last > 0; last--) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
