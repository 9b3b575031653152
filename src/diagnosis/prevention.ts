import type { Prevention } from './diagnosis';
import type { Evidence } from './evidence';
import type { CauseId } from '../causes/catalogue';
import { CATALOGUE } from '../guardrails/catalogue';

/** What a guardrail has to say of itself, to be named after a stop. */
export interface PreventingRule {
  readonly id: string;
  readonly prevents: readonly CauseId[];
}

/** The guardrails that refuse templates in which this happens; those that somebody overruled first, with the reason. */
export function preventions(
  cause: CauseId, acknowledged: Evidence['acknowledged'], rules: readonly PreventingRule[] = CATALOGUE,
): readonly Prevention[] {
  const named = preventing(cause, rules).map(id => ({ guardrail: id, acknowledged: acknowledgementOf(id, acknowledged) }));
  return [...named.filter(rule => rule.acknowledged), ...named.filter(rule => !rule.acknowledged)];
}

const PREVENTING = new WeakMap<readonly PreventingRule[], Map<CauseId, readonly string[]>>();

/** The ids of the rules that refuse templates in which this happens; the rules never change, so that a cause is looked up once among them. */
export function preventing(cause: CauseId, rules: readonly PreventingRule[] = CATALOGUE): readonly string[] {
  const known = PREVENTING.get(rules) ?? new Map<CauseId, readonly string[]>();
  const ids = known.get(cause) ?? rules.filter(({ prevents }) => prevents.includes(cause)).map(({ id }) => id);
  PREVENTING.set(rules, known.set(cause, ids));
  return ids;
}

/** The CDK records acknowledgements under the plugin's name. */
function acknowledgementOf(id: string, acknowledged: Evidence['acknowledged']): Prevention['acknowledged'] {
  const key = [id, `HardenedFargate::${id}`].find(name => Object.hasOwn(acknowledged, name));
  return key === undefined ? null : { reason: acknowledged[key] };
}
