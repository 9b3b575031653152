import { readFileSync } from 'node:fs';
import { CAUSES } from '../../src/causes/catalogue';
import { DEFAULTS } from '../../src/causes/defaults';

test('every prop that a default belongs to is a prop of HardenedFargateService', () => {
  const reference = readFileSync('API.md', 'utf8');
  const props = new Set(DEFAULTS.flatMap(({ prop }) => prop ?? []));
  expect([...props].filter(prop => !reference.includes(`"#hardened-fargate.HardenedFargateServiceProps.property.${prop}"`))).toEqual([]);
});

test('the defaults stand in the order of the causes', () => {
  const order = CAUSES.map(({ id }) => id);
  const positions = DEFAULTS.map(({ cause }) => order.indexOf(cause));
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
});

test.each(DEFAULTS)('the default of $cause is told in one sentence: $says', ({ says }) => {
  expect(says).toMatch(/^[A-Z][^\n]*[^.]\.$/);
});
