import { SOURCE_CALLS } from '../../../src/evidence/collect/source-calls';
import { COLLECTORS } from '../../../src/evidence/collectors/catalogue';

test('what the construct grants for each kind of evidence is what its collector calls', () => {
  expect(SOURCE_CALLS).toEqual(Object.fromEntries(COLLECTORS.map(({ name, calls }) => [name, calls])));
});
