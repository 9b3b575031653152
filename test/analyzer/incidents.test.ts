import { crash, TICK } from './crashes';
import { onEventBus, published, setAside } from './failed-stops';
import { QueueOfStops } from './queue-of-stops';
import { faultsOf } from './schema';
import { shareAnalyzer } from './share-analyzer';
import { ShippedAnalyzer, TABLE } from './shipped-analyzer';
import { incidentTable } from '../../src/incidents/table/incident-table.sdk';
import { DENIED, DOWN, THROTTLED } from '../fake-aws/aws-endpoint';

let analyzer: ShippedAnalyzer;
shareAnalyzer(started => { analyzer = started; });

/** The incidents as they stand in the table. */
async function incidents() {
  const table = incidentTable(analyzer.dynamoDb.client, TABLE);
  const ids = [...await table.list('active'), ...await table.list('over')];
  return Promise.all(ids.map(async id => (await table.read(id, Date.now())).incident!));
}

const crashes = (service: string, count: number): readonly string[] => Array.from({ length: count }, (_, number) => crash(service, number));

test('the first stop of an incident is told to people, every stop to programs', async () => {
  await analyzer.receive(...crashes('web', 3));
  await analyzer.receive(crash('web', 3));

  expect(published(analyzer.aws).map(({ service, incident }) => [service, incident?.notification])).toEqual([['web', 'first']]);
  expect(onEventBus(analyzer.aws)).toHaveLength(4);
  const last = onEventBus(analyzer.aws)[3];
  expect(last).toMatchObject({ occurrences: 4, incident: { status: 'open', notification: null, repeated: false } });
  expect(new Set(onEventBus(analyzer.aws).map(({ incident }) => incident?.id)).size).toBe(1);
  for (const diagnosis of [...published(analyzer.aws), ...onEventBus(analyzer.aws)]) expect(faultsOf(diagnosis)).toEqual([]);
  expect(await incidents()).toEqual([expect.objectContaining({ service: 'web', occurrences: 4, status: 'open' })]);
});

test('two stops of a new incident in one batch make one first message, of one stop, and each event has its own count', async () => {
  await analyzer.receive(...crashes('web', 2));
  expect(published(analyzer.aws).map(({ occurrences, incident }) => [occurrences, incident?.notification])).toEqual([[1, 'first']]);
  const counts = onEventBus(analyzer.aws).map(({ occurrences, incident }) => [occurrences, incident?.notification]);
  expect(counts.sort()).toEqual([[1, 'first'], [2, null]]);
  // So that the next summary comes at two stops, not at four.
  expect(await incidents()).toEqual([expect.objectContaining({ occurrences: 2, told: expect.objectContaining({ number: 1, occurrences: 1 }) })]);
});

test('duplicates change nothing, across batches and in later versions of the event', async () => {
  await analyzer.receive(crash('web', 1), crash('web', 1));
  await analyzer.receive(crash('web', 1, { version: 9, stoppedReason: 'Essential container in task exited later' }));
  expect(published(analyzer.aws)).toHaveLength(1);
  expect(onEventBus(analyzer.aws)).toHaveLength(1);
  expect(await incidents()).toEqual([expect.objectContaining({ occurrences: 1 })]);
});

test('stops of other services and other messages are incidents of their own', async () => {
  await analyzer.receive(crash('web', 1), crash('api', 1), crash('web', 2, { stoppedReason: 'Task failed ELB health checks in (target-group x)' }));
  expect(published(analyzer.aws)).toHaveLength(3);
});

test('a rollout is told of by its second failure of three, or when it is over', async () => {
  const began = (name: string) => JSON.stringify({
    'id': name,
    'source': 'aws.ecs',
    'detail-type': 'ECS Deployment State Change',
    'time': '2026-11-27T12:00:00Z',
    'resources': ['arn:aws:ecs:us-east-2:111122223333:service/demo/web'],
    'detail': { eventType: 'INFO', eventName: name, deploymentId: 'ecs-svc/7', reason: 'ECS deployment ecs-svc/7.' },
  });
  const failing = (number: number) => crash('web', number, { startedBy: 'ecs-svc/7' });
  await analyzer.receive(began('SERVICE_DEPLOYMENT_IN_PROGRESS'));
  await analyzer.receive(failing(1));
  await analyzer.receive(TICK);
  expect(published(analyzer.aws)).toEqual([]);
  await analyzer.receive(failing(2));
  const [atRisk] = published(analyzer.aws);
  expect(atRisk).toMatchObject({ incident: { notification: 'rollout-at-risk' }, summary: expect.stringMatching(/^Rollout at risk: 2 of 3 failures before the deployment circuit breaker is triggered\./) });

  await analyzer.receive(crash('api', 1, { startedBy: 'ecs-svc/7' }));
  expect(published(analyzer.aws)).toHaveLength(1);
  await analyzer.receive(began('SERVICE_DEPLOYMENT_COMPLETED'));
  await analyzer.receive(TICK);
  expect(published(analyzer.aws).map(({ service, incident }) => [service, incident?.notification])).toEqual([['web', 'rollout-at-risk'], ['api', 'first']]);
});

test('a sink that refuses is tried again alone', async () => {
  analyzer.aws.refuse('sns:Publish', DENIED);
  expect((await analyzer.receive(crash('web', 1))).batchItemFailures).toHaveLength(1);
  analyzer.aws.answerAgain();
  expect((await analyzer.receive(crash('web', 1))).batchItemFailures).toEqual([]);
  expect(published(analyzer.aws)).toHaveLength(1);
  expect(onEventBus(analyzer.aws)).toHaveLength(1);
});

test('what the topic refused is told with the next tick, without another stop', async () => {
  analyzer.aws.refuse('sns:Publish', DOWN);
  await analyzer.receive(crash('web', 1));
  analyzer.aws.answerAgain();
  await analyzer.receive(TICK);
  await analyzer.receive(TICK);
  expect(published(analyzer.aws).map(({ incident }) => incident?.notification)).toEqual(['first']);
});

test('a table that was deleted costs the count, not the message, and people hear of it once', async () => {
  await analyzer.receive(TICK);
  await analyzer.dynamoDb.deleteTable(TABLE);
  expect(await analyzer.receive(...crashes('web', 5))).toEqual({ batchItemFailures: [] });
  expect(published(analyzer.aws)).toHaveLength(1);
  expect(published(analyzer.aws)[0]).toMatchObject({ incident: null, gaps: expect.arrayContaining([{ source: 'incident', because: expect.stringContaining('ResourceNotFoundException') }]) });
  expect(onEventBus(analyzer.aws)).toHaveLength(5);
});

test('a table that is throttled for a while counts everything, and nothing is told twice', async () => {
  analyzer.aws.refuse('dynamodb:UpdateItem', THROTTLED);
  const queue = new QueueOfStops(analyzer, 45_000, () => analyzer.aws.answerAgain());
  await queue.drain(...crashes('web', 3));
  expect(published(analyzer.aws)).toHaveLength(1);
  expect(onEventBus(analyzer.aws)).toHaveLength(3);
  expect(await incidents()).toEqual([expect.objectContaining({ occurrences: 3 })]);
});

describe('killed between any two steps', () => {
  const calls = Array.from({ length: 14 }, (_, index) => index + 1);

  test.each(calls)('at call %i, the count stays right, nothing is lost, and only what might have been sent is sent again', async call => {
    analyzer.aws.at(call, 'after', () => analyzer.runtime.kill());
    const queue = new QueueOfStops(analyzer);
    await queue.drain(crash('web', 1), crash('web', 2));
    await analyzer.receive(TICK);
    expect(await incidents()).toEqual([expect.objectContaining({ occurrences: 2 })]);
    const told = published(analyzer.aws);
    expect(told.length).toBeGreaterThanOrEqual(1);
    expect(told.slice(1).every(({ incident }) => incident?.repeated)).toBe(true);
    expect(told.length).toBeLessThanOrEqual(2);
    expect(setAside(analyzer.aws)).toEqual([]);
  });
});
