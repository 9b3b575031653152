import type { Marks } from './marks/marks';
import { isHarmless } from './values/harmless-value';

/** A place that tells that a secret stands there, without a name directly before it. */
export interface PlaceOfSecret {
  /** A cheap look whether there is any. */
  readonly mayHold: RegExp;
  /** What stands before the secret, and the secret. */
  readonly shape: RegExp;
  /** Whether it is one, where the place alone does not tell. */
  readonly isSecret?: (secret: string, before: string) => boolean;
}

/** The text without the secrets that stand in places of one kind. */
export function withoutThoseOf({ mayHold, shape, isSecret }: PlaceOfSecret, text: string, marks: Marks): string {
  if (!mayHold.test(text)) return text;
  return text.replace(shape, (whole, ...groups: readonly unknown[]) => {
    const secret = String(groups[groups.findIndex(group => typeof group === 'number') - 1]);
    const before = whole.slice(0, whole.length - secret.length);
    return isHarmless(secret) || isSecret?.(secret, before) === false ? whole : before + marks.hide('password', secret);
  });
}
