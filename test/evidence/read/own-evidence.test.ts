import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WHOLE_EVIDENCE } from './whole-evidence';
import { SIGNATURES } from '../../../src/diagnosis/catalogue';
import type { Evidence } from '../../../src/evidence/model/evidence';
import { readEvidence } from '../../../src/evidence/read/read-evidence';
import { evidenceOf } from '../../diagnosis/evidence-of';
import { evidenceOfSighting } from '../../diagnosis/sighting';

const printedAndRead = (evidence: readonly Evidence[]): readonly Evidence[] => readEvidence(JSON.parse(JSON.stringify(evidence)));

const STOPS = join(__dirname, '../../../examples/stops');

test.each(readdirSync(STOPS).filter(file => file.endsWith('.json')))('the printed evidence of %s, fed back, keeps its fields', file => {
  const evidence = readEvidence(JSON.parse(readFileSync(join(STOPS, file), 'utf8')));
  expect(printedAndRead(evidence)).toEqual(evidence);
});

test('the printed evidence of every sighting, fed back, keeps its fields', () => {
  const evidence = SIGNATURES.flatMap(({ seenIn }) => seenIn).map(evidenceOfSighting);
  expect(printedAndRead(evidence)).toEqual(evidence);
});

const WHOLE = evidenceOf({
  region: 'eu-west-1',
  account: '111122223333',
  cluster: 'shop',
  service: 'checkout',
  time: '2026-11-02T03:04:05.000Z',
  task: {
    taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248dbaf4ae2cfa1662986',
    lastStatus: 'STOPPED',
    stoppedAt: '2026-11-02T03:04:05.000Z',
    containers: [{ name: 'app', exitCode: 1, essential: true, execAgent: { status: 'STOPPED', reason: 'x' } }],
    attachments: [{ type: 'eni', status: 'DELETED', details: { subnetId: 'subnet-0a' } }],
  },
  change: { kind: 'deployment', eventName: 'SERVICE_DEPLOYMENT_FAILED', failedTasks: 3 },
  serviceEvents: ['(service checkout) failed container health checks.'],
  logTail: ['GET /', 'Error: x'],
  acknowledged: { 'readonly-root-filesystem': 'writes to /tmp' },
  broken: [{ guardrail: 'a', seen: 'b' }],
  memoryUse: [{ time: '2026-11-02T03:00:00.000Z', percent: 97.5 }],
  targetGroup: { arn: 'arn:x', checkPort: 80, targetType: 'ip', targets: [{ address: '10.0.0.5', port: 80, reason: 'Target.Timeout' }] },
  serviceSettings: { gracePeriodSeconds: 30 },
  taskDefinition: { cpu: '256', executionRoleArn: 'arn:aws:iam::111122223333:role/x', containers: [{ name: 'app', essential: true, ports: [80], logGroup: '/app' }] },
  revision: { name: 'task definition revision 7 → 8', changes: [{ aspect: 'image', words: 'image a → b' }] },
  failedTasks: [evidenceOf({ task: { stoppedReason: 'Essential container in task exited' } })],
  gaps: [{ source: 'container log', because: 'denied' }],
});

test('evidence of everything that can be known keeps all of it', () => expect(printedAndRead([WHOLE])).toEqual([WHOLE]));

test('evidence with every field set is read as it was printed', () => expect(printedAndRead([WHOLE_EVIDENCE])).toEqual([WHOLE_EVIDENCE]));

test('times in seconds, and numbers that are texts, are read as the API writes them', () => {
  const [{ task, targetGroup }] = readEvidence([{ ...WHOLE, task: { stoppedAt: 1793588645, containers: [{ exitCode: '1' }] }, targetGroup: { port: '80' } }]);
  expect({ task, targetGroup }).toEqual({
    task: { stoppedAt: '2026-11-02T03:04:05.000Z', containers: [{ exitCode: 1 }], attachments: [] },
    targetGroup: { port: 80, targets: [] },
  });
});

test('a failed task of which nothing was printed is evidence of nothing', () => {
  expect(readEvidence([{ ...WHOLE, failedTasks: [{}] }])[0].failedTasks).toEqual([evidenceOf({})]);
});

test('an attachment without details has none', () => {
  expect(readEvidence([{ ...WHOLE, task: { attachments: [{ type: 'eni' }] } }])[0].task.attachments).toEqual([{ type: 'eni', details: {} }]);
});

test('a field of another type stays absent', () => {
  expect(readEvidence([{ ...WHOLE, targetGroup: 5, memoryUse: 'x', failedTasks: [1], change: undefined }])[0]).toMatchObject({ failedTasks: [] });
});
