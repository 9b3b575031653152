import { Annotations, Stack } from 'aws-cdk-lib';
import type { Rule } from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import { isInTree } from './in-tree';

/**
 * An event bus holds so many rules, unless AWS raises the quota of the account.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
const MOST_RULES = 300;

/** Other rules of the account need some, too. */
const MANY_RULES = 250;

/** The rules that an app puts on default buses, by the root of its tree. */
const rulesOfApps = new WeakMap<IConstruct, Rule[]>();

/** Counts a rule on the default event bus at synthesis, and warns when an app comes near to what the bus holds. */
export function countRuleOnDefaultBus(rule: Rule): void {
  const { root } = rule.node;
  const rules = rulesOfApps.get(root) ?? [];
  rulesOfApps.set(root, rules);
  rules.push(rule);
  rule.node.addValidation({ validate: () => (warnNearLimit(rule, rules), []) });
}

/** The first rule of an account and Region speaks for all; rules that services no longer have do not count. */
function warnNearLimit(rule: Rule, rules: readonly Rule[]): void {
  const onSameBus = (other: Rule): boolean => placeOf(other) === placeOf(rule) && isInTree(other);
  if (rules.find(onSameBus) !== rule || rules.filter(onSameBus).length < MANY_RULES) return;
  Annotations.of(Stack.of(rule)).addWarningV2(
    'hardened-fargate:event-rules',
    `stop analyzers have ${MANY_RULES} rules or more on the default event bus of one account and Region, but the quota is ${MOST_RULES}; `
      + 'declare one `new StopAnalyzer(stack, \'StopAnalyzer\')` with two rules for the whole account, and pass it to each service '
      + 'with `stopAnalysis: StopAnalysis.by(analyzer)` (docs/STOP-ANALYZERS.md)',
  );
}

const placeOf = (rule: IConstruct): string => {
  const { account, region } = Stack.of(rule);
  return `${account}/${region}`;
};
