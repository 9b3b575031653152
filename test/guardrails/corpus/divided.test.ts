import { BAD } from './bad/catalogue';
import { judgeDivided } from './judge-divided';
import { LAYOUTS } from './layout';
import { CDK_INIT_FLAGS } from '../cdk-init-flags';
import { SOUND } from './sound/catalogue';

/** Each layout once in a while; the wide tests judge every configuration in every layout. */
const every = <T>(step: number, list: readonly T[], from: number): readonly T[] => list.filter((_, index) => index % step === from);

/** The stacks of one of these may depend on each other, which the CDK refuses, but not those of all. */
const expectMost = (answers: readonly unknown[]): void =>
  expect(answers.filter(answer => answer !== undefined).length).toBeGreaterThan(answers.length / 2);

const CASES = Object.entries(LAYOUTS).map(([name, layout], from) => [name, layout, from] as const);

describe.each(CASES)('under the flags of cdk init, in %s,', (_name, layout, from) => {
  test('the guardrails find each fault', () => {
    const judged = every(24, BAD, from).map(bad => ({ ...bad, found: judgeDivided(bad.declare, CDK_INIT_FLAGS, layout) }));
    expectMost(judged.map(({ found }) => found));
    for (const { sentence, found, foundBy, breaksToo = [] } of judged) {
      if (found === undefined) continue;
      expect({ sentence, found: found.filter(id => !breaksToo.includes(id)) }).toEqual({ sentence, found: foundBy });
    }
  });

  test('no guardrail complains about what is sound', () => {
    const judged = every(24, SOUND, from).map(sound => ({ sentence: sound.sentence, found: judgeDivided(sound.declare, CDK_INIT_FLAGS, layout) }));
    expectMost(judged.map(({ found }) => found));
    expect(judged.filter(({ found }) => found !== undefined && found.length > 0)).toEqual([]);
  });
});
