import { CDK_INIT_FLAGS, FLAG_SETS } from '../../cdk-init-flags';
import { BAD } from '../bad/catalogue';
import { judgeDivided } from '../judge-divided';
import { LAYOUTS } from '../layout';
import { SOUND } from '../sound/catalogue';

/** What a flag changes shows in these; a single nested stack or a stage adds paths and names alone. */
const UNDER_EACH_FLAG_SET: readonly (keyof typeof LAYOUTS)[] = [
  'one stack', 'a stack for the network and one for the rest', 'a nested stack for the network and one for the rest',
];

/** Judges every configuration in one layout; a suite a layout, because each takes a minute. */
export function judgeLayout(name: keyof typeof LAYOUTS): void {
  const bad = BAD.filter(({ asksForValues }) => asksForValues !== true || !name.includes('nested'));
  const flagSets = Object.entries(FLAG_SETS).filter(([, flags]) => flags === CDK_INIT_FLAGS || UNDER_EACH_FLAG_SET.includes(name));

  describe.each(flagSets)(`in ${name}, with %s,`, (_flags, context) => {
    test.each(SOUND.map(configuration => [configuration.sentence, configuration] as const))('no guardrail complains about %s', (_sentence, { declare }) => {
      expect(judgeDivided(declare, context, LAYOUTS[name]) ?? []).toEqual([]);
    });

    test.each(bad.map(configuration => [configuration.sentence, configuration] as const))('the guardrails find %s', (_sentence, { declare, foundBy, breaksToo = [] }) => {
      const found = judgeDivided(declare, context, LAYOUTS[name]);
      if (found !== undefined) expect(found.filter(id => !breaksToo.includes(id))).toEqual([...foundBy]);
    });
  });
}
