import { LATER_SOURCES, SOURCE_CALLS } from '../../../src/evidence/collect/source-calls';
import { COLLECTORS, LATER } from '../../../src/evidence/collectors/catalogue';

test('what the construct grants for each kind of evidence is what its collector calls', () => {
  expect(SOURCE_CALLS).toEqual(Object.fromEntries([...COLLECTORS, ...LATER].map(({ name, calls }) => [name, calls])));
});

test('what a second look reads is known without loading what reads', () => {
  expect(LATER_SOURCES).toEqual(['memory', 'trail']);
  expect(LATER.map(({ name }) => name)).toEqual(['memory', 'trail']);
});
