import { judgeCorpus } from './judge-corpus';
import { SOUND } from './sound/catalogue';
import { LOOKED_UP } from './sound/imported-networks';

const judgements = judgeCorpus(SOUND.map(({ declare }) => declare), LOOKED_UP);

const cases = SOUND.map((configuration, index) => [configuration.sentence, { ...configuration, ...judgements[index] }] as const);

describe('no guardrail complains about', () => {
  test.each(cases)('%s', (_sentence, { findings }) => {
    expect(findings.map(({ ruleName, description, violatingResources: [{ constructPath }] }) => `${ruleName} at ${constructPath}: ${description}`)).toEqual([]);
  });
});

describe('the guardrails do see', () => {
  test.each(cases.filter(([, { runs }]) => runs !== 'tasks'))('%s', (_sentence, { services }) => {
    expect(services.map(({ at }) => at.property)).toContain('Properties');
  });
});

test('each configuration has a name of its own', () => {
  const sentences = SOUND.map(({ sentence }) => sentence);
  expect(sentences).toEqual([...new Set(sentences)]);
});
