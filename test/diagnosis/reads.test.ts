import { evidenceOfSighting } from './sighting';
import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { INSIGHTS } from '../../src/diagnosis/insights/with-insights';
import { type EvidencePart, FIELDS_OF } from '../../src/diagnosis/model/evidence-part';
import type { Signature } from '../../src/diagnosis/model/signature';
import type { Evidence } from '../../src/evidence/model/evidence';

const SIGHTINGS: readonly Evidence[] = SIGNATURES.flatMap(({ seenIn }) => seenIn).map(evidenceOfSighting);

/** Where the stop says nothing itself, events and logs that quote ECS are read in its place. */
const speaking = SIGHTINGS.filter(({ task }) => task.stoppedReason);

/** Each sighting also as that of a task of which a container ended by itself: most signatures ask how first. */
const ended = ['Essential container in task exited', 'Task failed ELB health checks in (target-group web)'].flatMap(stoppedReason => SIGHTINGS
  .filter(({ task }) => !task.stoppedReason)
  .map(evidence => ({ ...evidence, task: { ...evidence.task, stoppedReason } })));

/** Which parts of this evidence a signature reads. */
function partsRead({ clues }: Pick<Signature, 'clues'>, evidence: Evidence): readonly EvidencePart[] {
  const fields = new Set<string>();
  const watched = new Proxy(evidence, {
    get: (target, field: string) => {
      fields.add(field);
      return target[field as keyof Evidence];
    },
  });
  clues(watched);
  return (Object.keys(FIELDS_OF) as EvidencePart[]).filter(part => FIELDS_OF[part].some(field => fields.has(field)));
}

const readOf = (signature: Pick<Signature, 'clues'>, all: readonly Evidence[]): readonly EvidencePart[] =>
  [...new Set(all.flatMap(evidence => partsRead(signature, evidence)))];

test('the watch sees what is read', () => {
  const [evidence] = SIGHTINGS;
  expect(partsRead({ clues: ({ logTail }) => logTail.map(quote => ({ confidence: 'possible', source: 'log', quote, says: '' })) }, evidence)).toEqual(['log']);
});

describe.each(SIGNATURES.map(signature => [signature.cause, signature] as const))('%s', (_, signature) => {
  test('reads only the parts of the evidence that it declares', () => {
    expect(signature.reads).toEqual(expect.arrayContaining([...readOf(signature, [...speaking, ...ended])]));
  });

  test('declares no part that it never reads', () => {
    expect(readOf(signature, [...SIGHTINGS, ...ended])).toEqual(expect.arrayContaining([...signature.reads]));
  });
});

const withAll = [...speaking, ...ended].map((evidence): Evidence => ({
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
