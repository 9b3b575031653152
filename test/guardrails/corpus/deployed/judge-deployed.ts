import { LOAD_BALANCED } from './load-balanced';
import { SERVICES } from './services';
import { judgeCorpus } from '../judge-corpus';

/** What others have deployed, which AWS took. */
export const DEPLOYED = [...LOAD_BALANCED, ...SERVICES];

/** Holds under these flags that no guardrail stops the synthesis of what AWS took. */
export function judgeDeployed(flags: { readonly [flag: string]: unknown }): void {
  const judgements = judgeCorpus(DEPLOYED.map(([, declare]) => declare), flags);

  test.each(DEPLOYED.map(([sentence], index) => [sentence, judgements[index]] as const))('no guardrail stops %s', (_sentence, { findings, services, tasks }) => {
    expect(findings.filter(({ severity }) => severity === 'error').map(({ ruleName, description }) => `${ruleName}: ${description}`)).toEqual([]);
    expect(services.length + tasks.length).toBeGreaterThan(0);
  });
}
