import { GuardrailProfile } from './settings/guardrail-profile';
import type { Strictness } from './strictness';
import type { Level } from '../model/rule-class';

const STRICTEST_FIRST = [GuardrailProfile.STRICT, GuardrailProfile.RECOMMENDED, GuardrailProfile.ADVISORY];

/** Judges as strictly as any of these wants it: what one of them judges is judged, and is as grave as for the gravest. */
export function strictest(all: readonly Strictness[]): Strictness {
  const [first, ...others] = all;
  if (others.length === 0) return first;
  const disabled = Object.fromEntries(Object.entries(first.disabled).filter(([id]) => others.every(other => id in other.disabled)));
  const ids = [...new Set(all.flatMap(({ levels }) => Object.keys(levels)))];
  return {
    profile: STRICTEST_FIRST.find(profile => all.some(each => each.profile === profile)) ?? first.profile,
    rules: [...new Set(all.flatMap(({ rules }) => rules))],
    levels: Object.fromEntries(ids.flatMap(id => {
      const level = gravest(all.filter(strictness => !(id in strictness.disabled)).map(({ levels }) => levels[id]));
      return level === undefined ? [] : [[id, level]];
    })),
    disabled,
    known: [...new Set(all.flatMap(({ known }) => known))],
    baseline: others.every(({ baseline }) => baseline?.file === first.baseline?.file) ? first.baseline : undefined,
  };
}

/** Whether everything that this wants is wanted already. */
export const addsNothingTo = (known: Strictness, more: Strictness): boolean => asWords(strictest([known, more])) === asWords(known);

const asWords = ({ profile, rules, levels, disabled, baseline }: Strictness): string =>
  JSON.stringify([STRICTEST_FIRST.indexOf(profile), rules.map(({ id }) => id), levels, Object.keys(disabled), baseline?.file]);

/** A level that somebody leaves as it is published is no less grave than that. */
function gravest(levels: readonly (Level | undefined)[]): Level | undefined {
  if (levels.includes('error')) return 'error';
  return levels.includes(undefined) ? undefined : levels[0];
}
