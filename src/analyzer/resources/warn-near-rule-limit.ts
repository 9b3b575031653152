import { Annotations, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * An event bus holds so many rules, unless AWS raises the quota of the account.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
const MOST_RULES = 300;

/** Other rules of the account need some, too. */
const MANY_RULES = 250;

/** How many rules an app puts on the default bus of each account and Region, by the root of its tree. */
const counts = new WeakMap<IConstruct, Map<string, number>>();

/** Counts a rule on the default event bus, and warns when an app comes near to what the bus holds. */
export function countRuleOnDefaultBus(rule: IConstruct): void {
  const stack = Stack.of(rule);
  const ofApp = counts.get(rule.node.root) ?? new Map<string, number>();
  counts.set(rule.node.root, ofApp);
  const place = `${stack.account}/${stack.region}`;
  const count = (ofApp.get(place) ?? 0) + 1;
  ofApp.set(place, count);
  if (count !== MANY_RULES) return;
  Annotations.of(stack).addWarningV2(
    'hardened-fargate:event-rules',
    `stop analyzers have ${MANY_RULES} rules or more on the default event bus of an account and Region, which holds ${MOST_RULES}; `
      + 'declare one `new StopAnalyzer(stack, \'StopAnalyzer\')`, which has two rules for the whole account, and give it to each service '
      + 'with `stopAnalysis: StopAnalysis.by(analyzer)` (docs/STOP-ANALYZERS.md)',
  );
}
