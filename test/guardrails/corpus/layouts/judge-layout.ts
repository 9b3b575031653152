import { FLAG_SETS } from '../../cdk-init-flags';
import { BAD } from '../bad/catalogue';
import { judgeDivided } from '../judge-divided';
import { LAYOUTS } from '../layout';
import { SOUND } from '../sound/catalogue';

/** Judges every configuration in one layout, under both sets of flags; a suite a layout, because each takes a minute. */
export function judgeLayout(name: keyof typeof LAYOUTS): void {
  const bad = BAD.filter(({ asksForValues }) => asksForValues !== true || !name.includes('nested'));

  describe.each(Object.entries(FLAG_SETS))(`in ${name}, with %s,`, (_flags, context) => {
    test.each(SOUND.map(configuration => [configuration.sentence, configuration] as const))('no guardrail complains about %s', (_sentence, { declare }) => {
      expect(judgeDivided(declare, context, LAYOUTS[name]) ?? []).toEqual([]);
    });

    test.each(bad.map(configuration => [configuration.sentence, configuration] as const))('the guardrails find %s', (_sentence, { declare, foundBy, breaksToo = [] }) => {
      const found = judgeDivided(declare, context, LAYOUTS[name]);
      if (found !== undefined) expect(found.filter(id => !breaksToo.includes(id))).toEqual([...foundBy]);
    });
  });
}
