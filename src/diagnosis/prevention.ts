import { acknowledgmentOf } from './clues/acknowledgment';
import type { Prevention } from './model/diagnosis';
import type { CauseId } from '../causes/catalogue';
import { PREVENTED_BY, type PreventedBy } from '../causes/prevented-by';
import type { Evidence } from '../evidence/model/evidence';

/** The guardrails that refuse templates in which this happens; those that somebody overruled first, with the reason. */
export function preventions(
  cause: CauseId, acknowledged: Evidence['acknowledged'], preventedBy: PreventedBy = PREVENTED_BY,
): readonly Prevention[] {
  const named = (preventedBy[cause] ?? []).map(id => ({ guardrail: id, acknowledged: acknowledgmentOf(id, acknowledged) }));
  return [...named.filter(rule => rule.acknowledged), ...named.filter(rule => !rule.acknowledged)];
}
