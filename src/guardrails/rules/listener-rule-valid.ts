import { RULE_CONDITIONS } from '../../aws/limits';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ListenerRuleFacts } from '../../facts/model/load-balancer';
import type { TargetGroupRule, Violation } from '../model/rule';

const CREATION = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html';
const LIMITS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html';

export const listenerRuleValid: TargetGroupRule = {
  id: 'listener-rule-valid',
  class: 'refused',
  judges: 'targetGroup',
  property: '',
  reads: ['targetGroups.rules'],
  title: `A listener rule should have a unique priority and at most ${RULE_CONDITIONS.mostValues} condition values.`,
  why: 'Elastic Load Balancing rejects a rule with the priority of another rule of its listener, or with more condition values.',
  fix: 'Set another priority in elbv2.ApplicationListenerRule, addTargets, or listener of HardenedFargateService. '
    + 'Split a rule with more values into several rules.',
  see: [CREATION, LIMITS],
  prevents: [],
  breaks: {
    rules: [{ at: { path: 'Shop/Rule', property: 'Properties' }, priority: 10, samePriority: ['Shop/OtherRule'], conditionValues: 1 }],
  },
  holds: ({ rules }) => {
    if (!isKnown(rules)) return UNKNOWN;
    return rules.map(withTaken).find(isKnown) ?? rules.map(withTooMany).find(isKnown) ?? (rules.every(isSound) || UNKNOWN);
  },
};

function withTaken({ at, priority, samePriority }: ListenerRuleFacts): Known<Violation> {
  if (!isKnown(samePriority) || samePriority.length === 0) return UNKNOWN;
  const seen = `the priority is ${String(priority)}, and ${samePriority[0]} has the same priority`;
  return { seen, see: [CREATION], at: { ...at, property: `${at.property}.Priority` } };
}

function withTooMany({ at, conditionValues: count }: ListenerRuleFacts): Known<Violation> {
  if (!isKnown(count) || count <= RULE_CONDITIONS.mostValues) return UNKNOWN;
  return { seen: `the conditions of the rule have ${count} values`, see: [LIMITS], at: { ...at, property: `${at.property}.Conditions` } };
}

const isSound = ({ conditionValues, samePriority }: ListenerRuleFacts): boolean => isKnown(conditionValues) && isKnown(samePriority);
