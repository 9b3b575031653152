import { RecordingPorts } from './batch-ports';
import { faultsOf } from './schema';
import { handleBatch } from '../../src/analyzer/handle-batch';
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
