import { LOAD_BALANCED } from './deployed/load-balanced';
import { SERVICES } from './deployed/services';
import { judgeCorpus } from './judge-corpus';
import { CDK_INIT_FLAGS } from '../cdk-init-flags';

const DEPLOYED = [...LOAD_BALANCED, ...SERVICES];

describe.each([
  ['under no flags', {}],
  ['under the flags of cdk init', CDK_INIT_FLAGS],
])('no guardrail stops, %s,', (_flags, context) => {
  const judgements = judgeCorpus(DEPLOYED.map(([, declare]) => declare), context);

  test.each(DEPLOYED.map(([sentence], index) => [sentence, judgements[index]] as const))('%s', (_sentence, { findings, services, tasks }) => {
    expect(findings.filter(({ severity }) => severity === 'error').map(({ ruleName, description }) => `${ruleName}: ${description}`)).toEqual([]);
    expect(services.length + tasks.length).toBeGreaterThan(0);
  });
});

test('at least 75 configurations are deployed', () => expect(new Set(DEPLOYED.map(([sentence]) => sentence)).size).toBeGreaterThanOrEqual(75));
