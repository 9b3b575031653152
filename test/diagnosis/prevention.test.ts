import { preventions } from '../../src/diagnosis/prevention';
import { CATALOGUE } from '../../src/guardrails/catalogue';

const RULES = [
  { id: 'network-reaches-ecr', prevents: ['pull/network', 'init/network'] },
  { id: 'image-pinned', prevents: ['pull/image-digest-gone'] },
  { id: 'vpc-dns-enabled', prevents: ['init/network'] },
] as const;

test('names the guardrails that refuse templates in which this happens', () => {
  expect(preventions('init/network', {}, RULES)).toEqual([
    { guardrail: 'network-reaches-ecr', acknowledged: null },
    { guardrail: 'vpc-dns-enabled', acknowledged: null },
  ]);
});

test.each(['vpc-dns-enabled', 'HardenedFargate::vpc-dns-enabled'])('a guardrail that was overruled as %s comes first, with the reason', id => {
  expect(preventions('init/network', { [id]: 'own resolver' }, RULES)[0]).toEqual({ guardrail: 'vpc-dns-enabled', acknowledged: { reason: 'own resolver' } });
});

test('names of the language are no acknowledgements', () => {
  expect(preventions('init/network', {}, [{ id: 'constructor', prevents: ['init/network'] }])).toEqual([{ guardrail: 'constructor', acknowledged: null }]);
});

test('the real catalogue is asked by default', () => {
  for (const { id, prevents } of CATALOGUE) {
    for (const cause of prevents) expect(preventions(cause, {}).map(({ guardrail }) => guardrail)).toContain(id);
  }
  expect(preventions('unknown', {})).toEqual([]);
});
