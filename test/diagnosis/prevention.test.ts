import { preventions } from '../../src/diagnosis/prevention';
import { CATALOGUE } from '../../src/guardrails/catalogue';

const PREVENTED_BY = {
  'init/network': ['network-reaches-ecr', 'vpc-dns-enabled'],
  'pull/network': ['network-reaches-ecr'],
};

test('names the guardrails that refuse templates in which this happens', () => {
  expect(preventions('init/network', {}, PREVENTED_BY)).toEqual([
    { guardrail: 'network-reaches-ecr', acknowledged: null },
    { guardrail: 'vpc-dns-enabled', acknowledged: null },
  ]);
});

test.each(['vpc-dns-enabled', 'HardenedFargate::vpc-dns-enabled'])('a guardrail that was overruled as %s comes first, with the reason', id => {
  expect(preventions('init/network', { [id]: 'own resolver' }, PREVENTED_BY)[0]).toEqual({ guardrail: 'vpc-dns-enabled', acknowledged: { reason: 'own resolver' } });
});

test('names of the language are no acknowledgements', () => {
  expect(preventions('init/network', {}, { 'init/network': ['constructor'] })).toEqual([{ guardrail: 'constructor', acknowledged: null }]);
});

test('the real catalogue is asked by default', () => {
  for (const { id, prevents } of CATALOGUE) {
    for (const cause of prevents) expect(preventions(cause, {}).map(({ guardrail }) => guardrail)).toContain(id);
  }
  expect(preventions('unknown', {})).toEqual([]);
});
