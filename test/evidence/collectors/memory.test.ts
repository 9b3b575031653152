import { stopEvent } from './a-stop';
import { anAsk } from './an-ask';
import { memory } from '../../../src/evidence/collectors/memory';
import { readEvidence } from '../../../src/evidence/read/read-evidence';
import { evidenceOf } from '../../diagnosis/evidence-of';

const [STOP] = readEvidence(stopEvent());
const METRIC = { Label: 'MemoryUtilization', Datapoints: [{ Timestamp: '2026-11-03T02:09:00Z', Maximum: 97.5, Unit: 'Percent' }] };

test('the memory of the service is asked for over the hour before the stop', async () => {
  const ask = anAsk({ 'cloudwatch:GetMetricStatistics': METRIC });
  expect(await memory.collect(STOP, ask, [])).toEqual({ metrics: METRIC });
  expect(ask.inputs.get('cloudwatch:GetMetricStatistics')).toEqual({
    Namespace: 'AWS/ECS',
    MetricName: 'MemoryUtilization',
    Dimensions: [{ Name: 'ClusterName', Value: 'prod' }, { Name: 'ServiceName', Value: 'web' }],
    StartTime: new Date('2026-11-03T01:10:29Z'),
    EndTime: new Date('2026-11-03T02:11:29Z'),
    Period: 60,
    Statistics: ['Maximum'],
  });
});

test('a metric that may not be read says nothing', async () => {
  expect(await memory.collect(STOP, anAsk({}), [])).toEqual({});
});

test.each<[string, object]>([
  ['no service', { cluster: 'prod', time: '2026-11-03T02:10:30Z' }],
  ['no cluster', { service: 'web', time: '2026-11-03T02:10:30Z' }],
  ['no time', { service: 'web', cluster: 'prod' }],
])('of a stop with %s no metric is asked for', async (_, evidence) => {
  const ask = anAsk({ 'cloudwatch:GetMetricStatistics': METRIC });
  expect(await memory.collect(evidenceOf(evidence), ask, [])).toEqual({});
  expect(ask.inputs.size).toBe(0);
});
