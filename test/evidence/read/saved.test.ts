import { WHOLE_EVIDENCE } from './whole-evidence';
import { diagnose } from '../../../src/diagnosis/diagnose';
import type { Evidence } from '../../../src/evidence/model/evidence';
import { readEvidence } from '../../../src/evidence/read/read-evidence';

const EVERYTHING: Evidence = {
  region: 'eu-west-1',
  account: '111122223333',
  cluster: 'prod',
  service: 'web',
  time: '2026-11-03T02:10:30.000Z',
  task: {
    taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/prod/0f1e2d3c4b5a49788796a5b4c3d2e1f0',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'app', essential: true, exitCode: 1, execAgent: { status: 'STOPPED', reason: 'no route' } }],
    attachments: [{ type: 'eni', status: 'DELETED', details: { privateIPv4Address: '10.0.1.9' } }],
  },
  change: { kind: 'deployment', eventName: 'SERVICE_DEPLOYMENT_FAILED', failedTasks: 3 },
  serviceEvents: ['(service web) is unwell.'],
  logTail: ['starting', 'Error: connect ECONNREFUSED 10.0.3.17:5432'],
  acknowledged: { 'pinned-image': 'a test' },
  broken: [{ guardrail: 'pinned-image', seen: 'latest' }],
  memoryUse: [{ time: '2026-11-03T02:10:00.000Z', percent: 12.5 }],
  targetGroup: { port: 80, path: '/health', targets: [{ address: '10.0.1.9', state: 'unhealthy', reason: 'Target.Timeout' }] },
  images: [{ image: 'web:8', missing: 'image' }, { image: 'log-router:2', platforms: ['linux/amd64'], wanted: 'linux/arm64' }],
  secrets: [{ reference: 'web', isMissing: true }],
  serviceSettings: { gracePeriodSeconds: 30, containerPort: 8080 },
  taskDefinition: { cpu: '256', containers: [{ name: 'app', essential: true, ports: [8080], logGroup: '/ecs/web' }] },
  revision: { name: 'task definition revision 7 → 8', changes: [{ aspect: 'image', words: 'image web:7 → web:8' }] },
  failedTasks: [{ task: { containers: [], attachments: [] }, serviceEvents: [], logTail: ['x'], acknowledged: {}, gaps: [] }],
  gaps: [{ source: 'logs:GetLogEvents', because: 'the call is denied; allow logs:GetLogEvents' }],
};

const saved = (...evidence: readonly unknown[]) => readEvidence(JSON.parse(JSON.stringify({ savedEvidence: evidence })));

test('saved evidence is read as it was', () => expect(saved(EVERYTHING)).toEqual([EVERYTHING]));

test('saved evidence with every field set is read as it was', () => expect(saved(WHOLE_EVIDENCE)).toEqual([WHOLE_EVIDENCE]));

test('several stops stay several', () => expect(saved(EVERYTHING, { ...EVERYTHING, service: 'api' }).map(({ service }) => service)).toEqual(['web', 'api']));

test('what is absent stays absent', () => {
  const { failedTasks, broken, memoryUse, targetGroup, ...some } = EVERYTHING;
  expect(Object.keys(saved(some)[0])).not.toEqual(expect.arrayContaining(['failedTasks']));
  expect(saved(some)).toEqual([some]);
});

test.each([
  ['texts in place of lists', { ...EVERYTHING, logTail: 'x', gaps: 7, task: { containers: 'none' } }],
  ['nothing at all', {}],
  ['lists in place of objects', { ...EVERYTHING, task: [], targetGroup: [[]], change: 'SERVICE' }],
])('%s are passed over', (_what, evidence) => {
  expect(saved(evidence).map(stop => diagnose(stop).schemaVersion)).toEqual(['2']);
});

test('secrets that somebody wrote into a saved file are redacted again', () => {
  expect(JSON.stringify(saved({ ...EVERYTHING, logTail: ['postgres://app:hunter2secret@db/app'] }))).not.toContain('hunter2secret');
});
