import { FLAG_SETS } from '../cdk-init-flags';
import { BAD } from './bad/catalogue';
import { judgeDivided } from './judge-divided';
import { LAYOUTS } from './layout';
import { SOUND } from './sound/catalogue';

describe.each(Object.entries(FLAG_SETS))('with %s', (_flags, context) => {
  describe.each(Object.entries(LAYOUTS))('in %s', (name, layout) => {
    const bad = BAD.filter(({ asksForValues }) => asksForValues !== true || !name.includes('nested'));

    test.each(SOUND.map(configuration => [configuration.sentence, configuration] as const))('no guardrail complains about %s', (_sentence, { declare }) => {
      expect(judgeDivided(declare, context, layout) ?? []).toEqual([]);
    });

    test.each(bad.map(configuration => [configuration.sentence, configuration] as const))('the guardrails find %s', (_sentence, { declare, foundBy, breaksToo = [] }) => {
      const found = judgeDivided(declare, context, layout);
      if (found !== undefined) expect(found.filter(id => !breaksToo.includes(id))).toEqual([...foundBy]);
    });
  });
});
