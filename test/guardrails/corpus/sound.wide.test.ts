import { PARTS } from './configuration';
import { judgeCorpus } from './judge-corpus';
import { SOUND } from './sound/catalogue';
import { LOOKED_UP } from './sound/imported-networks';
import { LEFT_TO_A_FILE } from './sound/low-level';
import { isKnown } from '../../../src/facts/model/fact';

const judgements = judgeCorpus(SOUND.map(({ declare }) => declare), LOOKED_UP);

const cases = SOUND.map((configuration, index) => [configuration.sentence, { ...configuration, ...judgements[index] }] as const);

describe('no guardrail complains about', () => {
  test.each(cases)('%s', (_sentence, { findings }) => {
    expect(findings.map(({ ruleName, description, violatingResources: [{ constructPath }] }) => `${ruleName} at ${constructPath}: ${description}`)).toEqual([]);
  });
});

test('what a file brings at deployment is named, and nothing else is said', () => {
  const [{ findings }] = judgeCorpus([LEFT_TO_A_FILE.declare], LOOKED_UP);
  expect(findings.map(({ ruleName }) => ruleName)).toEqual(['not-judged']);
  expect(findings[0].description).toContain("Not checked: 'Fn::Transform' is expanded at deployment (in Properties): Service.");
});

describe('the guardrails do see', () => {
  test.each(cases.filter(([, { runs }]) => runs !== 'tasks'))('%s', (_sentence, { services, hides = [] }) => {
    expect(services).not.toEqual([]);
    for (const service of services) expect(PARTS.filter(part => !isKnown(service[part]))).toEqual(hides);
  });
});

describe('the guardrails do see that no service runs', () => {
  test.each(cases.filter(([, { runs }]) => runs === 'tasks'))('%s', (_sentence, { tasks }) => expect(tasks).toHaveLength(1));
});

test('each configuration has a name of its own', () => {
  const sentences = SOUND.map(({ sentence }) => sentence);
  expect(sentences).toEqual([...new Set(sentences)]);
});
