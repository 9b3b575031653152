import { partsRead, readOf, sightingsOf } from './parts-read';
import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { INSIGHTS } from '../../src/diagnosis/insights/with-insights';
import type { Signature } from '../../src/diagnosis/model/signature';
import type { Evidence } from '../../src/evidence/model/evidence';

const SEEN = sightingsOf(SIGNATURES);

/** Some signatures first ask whether the service said anything. */
const WITH_EVENTS = SEEN.all.filter(({ serviceEvents }) => serviceEvents.length > 0);

test('the watch sees what is read', () => {
  const [evidence] = SEEN.all;
  expect(partsRead({ clues: ({ logTail }) => logTail.map(quote => ({ confidence: 'possible', source: 'log', quote, says: '' })) }, evidence)).toEqual(['log']);
});

describe.each(SIGNATURES.map(signature => [signature.cause, signature] as const))('%s', (_, signature) => {
  const own = sightingsOf([signature]);

  test('reads only the parts of the evidence that it declares', () => {
    expect(signature.reads).toEqual(expect.arrayContaining([...readOf(signature, [...own.speaking, ...own.ended])]));
  });

  test('declares no part that it never reads', () => {
    expect(readOf(signature, [...own.all, ...own.ended, ...WITH_EVENTS])).toEqual(expect.arrayContaining([...signature.reads]));
  });
});

const withAll = [...SEEN.speaking, ...SEEN.ended].map((evidence): Evidence => ({
  ...evidence,
  task: { ...evidence.task, startedAt: '2026-11-03T02:00:00Z', stoppedAt: '2026-11-03T02:01:30Z' },
  broken: [{ guardrail: 'pinned-image', seen: 'latest' }],
  images: [{ image: 'web:8', missing: 'image' }],
  secrets: [{ reference: 'web', isMissing: true }],
  resources: [{ kind: 'log group', name: 'web', isMissing: true }],
  simulated: [{ role: 'web', action: 'ecr:BatchGetImage', resource: '*', decision: 'explicitDeny', policies: [] }],
  memoryUse: [0, 1, 2, 3].map(minute => ({ time: `2026-11-03T02:0${minute}:00Z`, percent: 20 + minute })),
  targetGroup: { port: 80, targets: [{ reason: 'Target.Timeout' }] },
  serviceSettings: { gracePeriodSeconds: 30, containerPort: 80 },
  taskDefinition: { containers: [{ name: 'app', essential: true, ports: [8080] }] },
}));

/** A log that announces a port and answers a health check, with what the load balancer asks, and without it. */
const serving = withAll.slice(-20).map((evidence): Evidence => ({
  ...evidence,
  logTail: ['Example app listening on port 3000', 'GET /health 404'],
  targetGroup: { port: 80, path: '/health', targets: [{ reason: 'Target.Timeout' }] },
}));
const WITH_ALL: readonly Evidence[] = [
  ...withAll, ...serving, ...serving.map(evidence => ({ ...evidence, targetGroup: { targets: [] }, serviceSettings: { gracePeriodSeconds: 30 } })),
];

test.each(INSIGHTS.map(insight => [insight.causes.slice(0, 2).join(', '), insight] as const))(
  'the insight into %s reads only the parts of the evidence that it declares', (_, insight) => {
    const said = [{ confidence: 'possible', source: 'log', quote: 'it', says: 'so' }] as const;
    const clues: Signature['clues'] = evidence => insight.isGiven(evidence)
      ? insight.causes.flatMap(cause => [...insight.clues(evidence, cause, said), ...insight.clues(evidence, cause, [])])
      : [];
    expect(insight.reads).toEqual(expect.arrayContaining([...readOf({ clues }, WITH_ALL)]));
    expect(readOf({ clues }, WITH_ALL)).toEqual(expect.arrayContaining([...insight.reads]));
  });
