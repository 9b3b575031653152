import { evidenceOf } from './evidence-of';
import { evidenceOfSighting } from './sighting';
import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Evidence } from '../../src/evidence/model/evidence';

const quotesOf = (evidence: Evidence): string => diagnose(evidence).clues.map(({ quote }) => quote).join('\n');

test('whatever the cause, the words in which ECS gave its reason are quoted', () => {
  const reason = 'Something that the log explains better';
  const sightings = SIGNATURES.flatMap(({ seenIn }) => seenIn);
  for (const sighting of sightings.filter(({ stoppedReason, containerReason }) => !stoppedReason && !containerReason)) {
    const evidence = evidenceOfSighting(sighting);
    expect(quotesOf({ ...evidence, task: { ...evidence.task, stoppedReason: reason } })).toContain(reason);
  }
});

test('what ECS says of every task that ends is no reason', () => {
  const evidence = evidenceOf({ task: { stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode: 139 }] } });
  expect(quotesOf(evidence)).toBe('exit code 139');
});
