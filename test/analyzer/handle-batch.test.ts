import { RecordingPorts } from './batch-ports';
import { faultsOf } from './schema';
import type { BatchPorts } from '../../src/analyzer/explaining/batch-ports';
import { handleBatch } from '../../src/analyzer/explaining/handle-batch';
import { identifiersOf } from '../../src/analyzer/explaining/identifiers-of';
import { lastResort } from '../../src/analyzer/explaining/last-resort';
import { diagnose } from '../../src/diagnosis/diagnose';
import { sampleEvent } from '../diagnosis/sample-events';

const queued = (event: unknown, messageId = 'message-1') => ({ messageId, body: JSON.stringify(event) });

const fault = (): never => {
  throw new TypeError('a signature tripped');
};

test('a stop whose diagnosis fails is delivered with what is known and the gap named', async () => {
  const ports = new RecordingPorts(fault);
  expect(await handleBatch([queued(sampleEvent('scale-in-exit-137'))], ports)).toEqual({ batchItemFailures: [] });
  expect(ports.delivered).toEqual([expect.objectContaining({
    cause: 'unknown',
    service: 'demo-service',
    exitCode: 137,
    stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/8646900195280463695)',
    gaps: [{ source: 'diagnosis', because: 'the diagnosis failed with: a signature tripped' }],
  })]);
});

test('a stop whose reading fails is delivered with its identifiers and the gap named', async () => {
  const ports = new RecordingPorts(diagnose, fault);
  expect(await handleBatch([queued(sampleEvent('scale-in-exit-137'))], ports)).toEqual({ batchItemFailures: [] });
  expect(ports.setAsides).toEqual([]);
  expect(ports.delivered).toEqual([expect.objectContaining({
    cluster: 'demo',
    service: 'demo-service',
    stopCode: 'ServiceSchedulerInitiated',
    gaps: expect.arrayContaining([{ source: 'event', because: 'the event could not be read in full: a signature tripped' }]),
  })]);
  expect(faultsOf(ports.delivered[0])).toEqual([]);
});

test.each(['scale-in-exit-137', 'deployment-failed', 'placement-failure-fargate', 'spot-warning'])('even a failed diagnosis of %s is valid to every reader', async name => {
  const ports = new RecordingPorts(fault);
  await handleBatch([queued(sampleEvent(name))], ports);
  expect(faultsOf(ports.delivered[0])).toEqual([]);
});

test('an event that ECS delivers twice is diagnosed once', async () => {
  const ports = new RecordingPorts(diagnose);
  const event = sampleEvent('scale-in-exit-137');
  await handleBatch([queued(event, 'message-1'), queued(event, 'message-2')], ports);
  expect(ports.delivered).toHaveLength(1);
});

test('an event that a rule of its service and a rule of several services deliver is diagnosed once', async () => {
  const ports = new RecordingPorts(diagnose);
  const event = sampleEvent('scale-in-exit-137');
  await handleBatch([queued({ event, acknowledged: { 'image-pinned': 'rebuilt each day' } }, 'message-1'), queued(event, 'message-2')], ports);
  expect(ports.delivered).toHaveLength(1);
});

test('an event is known by its id, also in a bundle with what was allowed', async () => {
  const ports = new RecordingPorts(diagnose);
  const event = sampleEvent('scale-in-exit-137');
  const bundle = (id: string) => ({ event: { ...event, id }, acknowledged: { 'image-pinned': 'rebuilt each day' } });
  await handleBatch([queued(bundle('one'), 'message-1'), queued(bundle('one'), 'message-2'), queued(bundle('other'), 'message-3')], ports);
  expect(ports.delivered).toHaveLength(2);
});

test('a bundle whose reading fails is delivered with the identifiers of its event', async () => {
  const ports = new RecordingPorts(diagnose, fault);
  await handleBatch([queued({ event: sampleEvent('scale-in-exit-137'), acknowledged: {} })], ports);
  expect(ports.delivered).toEqual([expect.objectContaining({ cluster: 'demo', service: 'demo-service', stopCode: 'ServiceSchedulerInitiated' })]);
});

test('stops of different ids are all diagnosed, and so are those that have none', async () => {
  const ports = new RecordingPorts(diagnose);
  const { id, ...anonymous } = sampleEvent('scale-in-exit-137');
  await handleBatch([queued({ ...anonymous, id: 'another' }, 'message-1'), queued(anonymous, 'message-2'), queued(anonymous, id)], ports);
  expect(ports.delivered).toHaveLength(3);
});

test('a stop that cannot be delivered is handed out again, and the log says why', async () => {
  const ports = new RecordingPorts(diagnose);
  const silent = { ...ports, deliver: () => Promise.reject(new Error('nobody listens')) };
  expect(await handleBatch([queued(sampleEvent('scale-in-exit-137'))], silent)).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
  expect(ports.lines).toEqual(['{"undelivered":"message-1","because":"nobody listens"}']);
});

test('an event that could not even be set aside is handed out again', async () => {
  const ports = { ...new RecordingPorts(diagnose), setAside: () => Promise.reject(new Error('no such queue')) };
  expect(await handleBatch([{ messageId: 'message-1', body: '{' }], ports)).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
});

test.each(['[]', 'null', '{}', '[{}]', '7', '"stopped"', '{"event":null,"acknowledged":{}}', '{"tasks":[]}'])(
  'the body %s is no event, and is set aside with a reason', async body => {
    const ports = new RecordingPorts(diagnose);
    expect(await handleBatch([{ messageId: 'message-1', body }], ports)).toEqual({ batchItemFailures: [] });
    expect(ports.setAsides).toEqual([{ body, reason: expect.stringMatching(/event|found|task/) }]);
    expect(ports.delivered).toEqual([]);
  });

test('nothing is delivered before every event of the batch is explained', async () => {
  const ports = new RecordingPorts(diagnose);
  const delivered: number[] = [];
  const explain: BatchPorts['diagnose'] = evidence => {
    delivered.push(ports.delivered.length);
    return diagnose(evidence);
  };
  const { id: _, ...event } = sampleEvent('scale-in-exit-137');
  await handleBatch([queued(event, 'message-1'), queued(event, 'message-2'), queued(event, 'message-3')], { ...ports, diagnose: explain });
  expect(delivered).toEqual([0, 0, 0]);
  expect(ports.delivered).toHaveLength(3);
});

describe('an event that was received before', () => {
  const received = (times: number, messageId = 'message-1', event: object = sampleEvent('scale-in-exit-137')) =>
    ({ ...queued({ ...event, id: messageId }, messageId), attributes: { ApproximateReceiveCount: String(times) } });

  test('is explained apart from those that come for the first time, and from each other', async () => {
    const ports = new RecordingPorts(diagnose);
    let atOnce = 0;
    const apart: string[] = [];
    const explainApart = async ({ body }: { readonly body: string }) => {
      expect(++atOnce).toBe(1);
      await new Promise(resolve => setTimeout(resolve, 5));
      atOnce--;
      apart.push((JSON.parse(body) as { id: string }).id);
      return { stops: [] };
    };
    await handleBatch([received(2, 'two'), received(1, 'one'), received(4, 'four')], { ...ports, explainApart });
    expect(apart).toEqual(['two', 'four']);
    expect(ports.delivered).toHaveLength(1);
  });

  test('is told with what is known when its explanation had to be ended', async () => {
    const ports = new RecordingPorts(diagnose);
    const explainApart = () => Promise.reject(new Error('the diagnosis took longer than 12 s'));
    expect(await handleBatch([received(2)], { ...ports, explainApart })).toEqual({ batchItemFailures: [] });
    expect(ports.delivered).toEqual([expect.objectContaining({
      cause: 'unknown',
      service: 'demo-service',
      gaps: expect.arrayContaining([{ source: 'diagnosis', because: 'the diagnosis failed with: the diagnosis took longer than 12 s' }]),
    })]);
    expect(faultsOf(ports.delivered[0])).toEqual([]);
  });

  test.each([[1, false], [4, false], [5, true], [6, true]])('%i times and still cannot be delivered is set aside with the reason: %s', async (times, isSetAside) => {
    const ports = new RecordingPorts(diagnose);
    const event = received(times);
    const outcome = await handleBatch([event], { ...ports, deliver: () => Promise.reject(new Error('the topic is gone')) });
    expect(outcome.batchItemFailures).toHaveLength(isSetAside ? 0 : 1);
    expect(ports.setAsides).toEqual(isSetAside
      ? [{ body: event.body, reason: 'not delivered in 5 attempts; the last error: the topic is gone' }]
      : []);
  });

  test('too often is left to the queue when it can neither be delivered nor set aside', async () => {
    const ports = new RecordingPorts(diagnose);
    const refuse = () => Promise.reject(new Error('denied'));
    expect(await handleBatch([received(5)], { ...ports, deliver: refuse, setAside: refuse })).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
    expect(ports.lines).toContain('{"notSetAside":"message-1","because":"denied"}');
  });
});

test.each([
  ['words without end', { detail: { group: `service:${'w'.repeat(600)}`, stoppedReason: 'x'.repeat(5_000) } }],
  ['a name of two lines', { detail: { group: 'service:web\nshop', stoppedReason: 'one\ntwo' } }],
  ['a time that is none', { time: 'yesterday' }],
  ['a time without a zone', { time: '2026-11-27' }],
  ['fields of other types', { time: 7, region: [], account: {}, detail: { group: 7, clusterArn: {}, taskArn: [], stopCode: true, containers: 'none' } }],
  ['no detail', { detail: null }],
])('what is left to say of an event with %s is valid to every reader', (_what, differences) => {
  const event = { ...sampleEvent('scale-in-exit-137'), ...differences };
  expect(faultsOf(lastResort(identifiersOf(event, 'a reader tripped'), 'a reader tripped'))).toEqual([]);
});

test.each(['', 'x', 'x'.repeat(401), 'x'.repeat(5_000), 'one\ntwo', 'é'.repeat(1_025)])('what ECS said, quoted without a diagnosis, is valid to every reader: %j', words => {
  const evidence = { ...identifiersOf({}, ''), service: words, task: { stoppedReason: words, containers: [], attachments: [] }, change: { reason: words } };
  expect(faultsOf(lastResort(evidence as never, words))).toEqual([]);
});
