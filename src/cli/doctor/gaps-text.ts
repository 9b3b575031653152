import type { Examination } from '../../doctor/examine';
import { groupBy } from '../../group-by';

type Gaps = Examination['gaps'];

/** More calls of one reason, such as missing credentials, tell no more when each is named. */
const MOST_NAMED = 3;

/** What could not be read, for people; empty where everything was. */
export const gapsAsText = (gaps: Gaps): string =>
  gaps.length > 0 ? ['not read', ...byReason(gaps).map(([calls, because]) => `  - ${calls.join(', ')}: ${because}`)].join('\n') : '';

/** The reasons, each with the calls that failed for it. */
export function byReason(gaps: Gaps): readonly (readonly [calls: readonly string[], because: string])[] {
  const reasons = groupBy(gaps, ({ because }) => because);
  return [...reasons].map(([because, each]) => [shortened([...new Set(each.map(({ source }) => source))]), because]);
}

const shortened = (calls: readonly string[]): readonly string[] =>
  calls.length > MOST_NAMED ? [...calls.slice(0, MOST_NAMED), `and ${calls.length - MOST_NAMED} more calls`] : calls;

/** What the last line adds, so that it does not promise more than was read. */
export const unlessAllRead = (gaps: Gaps): string => gaps.length > 0 ? ', but some data was not read' : '';
