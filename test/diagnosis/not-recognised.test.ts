import { evidenceOf } from './evidence-of';
import { diagnose } from '../../src/diagnosis/diagnose';

const seen = (...containers: object[]) => diagnose(evidenceOf({ task: { containers } }), []).clues.map(({ source, quote }) => [source, quote]);

test('what is not recognised is quoted as it is, of each container what ECS says of its end', () => {
  expect(seen({ name: 'app', exitCode: 3 }, { reason: 'Sorry.' }, { name: 'idle' })).toEqual([['container app', 'exit code 3'], ['container', 'Sorry.']]);
});

test('whoever gets no cause is told where to read on', () => {
  const titlesOf = (evidence: object) => diagnose(evidenceOf(evidence), []).actions.map(({ title }) => title);
  const task = { containers: [{ name: 'app', exitCode: 3 }] };
  expect(titlesOf({ task })).toEqual([
    'Read the last log lines of the container.',
    'Describe the task while ECS keeps it, for about one hour.',
  ]);
  expect(titlesOf({ task, service: 'web' }).slice(2)).toEqual(['Read the service events.']);
  expect(titlesOf({ change: { kind: 'deployment', eventName: 'SOMETHING_NEW', eventType: 'ERROR' } })).toEqual([
    'Read the service events.',
    'Find the newest stopped tasks, and diagnose one of them.',
  ]);
});
