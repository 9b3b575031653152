import { evidenceOf } from './evidence-of';
import { diagnose } from '../../src/diagnosis/diagnose';

const seen = (...containers: object[]) => diagnose(evidenceOf({ task: { containers } }), []).clues.map(({ source, quote }) => [source, quote]);

test('what is not recognised is quoted as it is, of each container what ECS says of its end', () => {
  expect(seen({ name: 'app', exitCode: 3 }, { reason: 'Sorry.' }, { name: 'idle' })).toEqual([['container app', 'exit code 3'], ['container', 'Sorry.']]);
});
