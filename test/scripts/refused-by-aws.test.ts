import { REFUSALS, type SaidBy } from '../../scripts/documents/refusals';
import { CATALOGUE } from '../../src/guardrails/catalogue';

const SAID: readonly SaidBy[] = REFUSALS.flatMap(({ constraints }) => constraints.map(([, , saidBy]) => saidBy));
const NAMED = new Set(SAID.flatMap(saidBy => typeof saidBy === 'object' && 'guardrail' in saidBy ? [saidBy.guardrail] : []));

test('the table of what AWS rejects names guardrails that exist', () => {
  const ids = CATALOGUE.map(({ id }) => id);
  expect([...NAMED].filter(id => !ids.includes(id))).toEqual([]);
});

test('every guardrail about what AWS rejects has a row in the table', () => {
  expect(CATALOGUE.filter(rule => rule.class === 'refused').map(({ id }) => id).filter(id => !NAMED.has(id))).toEqual([]);
});

test('no constraint stands in the table twice', () => {
  const constraints = REFUSALS.flatMap(({ constraints: rows }) => rows.map(([rejected]) => rejected));
  expect(constraints).toEqual([...new Set(constraints)]);
});
