import { isKnown, type Known, UNKNOWN } from '../model/fact';
import type { ListenerRuleFacts } from '../model/load-balancer';
import { once } from '../template/once';
import { isMadeWith } from '../template/refers';
import { placeOf, type Resource } from '../template/resource';
import { asList, asNumber, asObject, at, identityOf, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';

/** The rules of listeners among what forwards requests. */
export const readListenerRules = (templates: Templates, forwarders: readonly Resource[]): readonly ListenerRuleFacts[] =>
  [...new Set(forwarders)].filter(({ type }) => type === RULE).map(rule => readListenerRule(templates, rule));

const readListenerRule = once((templates: Templates, rule: Resource): ListenerRuleFacts => ({
  at: placeOf(rule),
  priority: asNumber(rule.properties.Priority),
  samePriority: samePriority(templates, rule),
  conditionValues: conditionValuesOf(rule.properties.Conditions),
}));

/** The rules that are certainly made beside a rule, of the same listener and with the same priority. */
function samePriority(templates: Templates, rule: Resource): Known<readonly string[]> {
  const [listener, priority] = [listenerOf(templates, rule), asNumber(rule.properties.Priority)];
  if (listener === undefined || typeof priority !== 'number') return UNKNOWN;
  const others = templates.ofType(RULE).filter(other => other !== rule && isMadeWith(rule, other)
    && asNumber(other.properties.Priority) === priority && listenerOf(templates, other) === listener);
  return others.map(({ path }) => path);
}

/** What tells one listener from another; stacks of one app can be deployed in different accounts, where an import is another listener. */
function listenerOf(templates: Templates, { properties, stack }: Resource): string | undefined {
  const declared = templates.referred(properties.ListenerArn);
  if (declared !== undefined) return declared.key;
  const identity = identityOf(properties.ListenerArn);
  return typeof identity === 'string' ? `${stack} ${identity}` : undefined;
}

/** CloudFormation takes the values of a condition beside its field, or in the settings of that kind of condition. */
function conditionValuesOf(value: Resolved): Known<number> {
  const conditions = asList(value);
  if (!isKnown(conditions)) return UNKNOWN;
  const counts = conditions.map(valuesOf);
  return counts.every(isKnown) ? counts.reduce((sum, count) => sum + count, 0) : UNKNOWN;
}

function valuesOf(condition: Resolved): Known<number> {
  const settings = asObject(condition);
  if (settings === undefined || !isKnown(settings)) return UNKNOWN;
  const ofItsKind = Object.entries(settings).find(([name]) => name.endsWith('Config'))?.[1];
  const values = asList(ofItsKind === undefined ? settings.Values : at(ofItsKind, 'Values'));
  return isKnown(values) ? values.length : UNKNOWN;
}
