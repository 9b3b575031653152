import type { Account } from '../../evidence/collect/account';
import type { ReadAction } from '../../evidence/collect/account-reads';
import { objects, type JsonObject } from '../../evidence/model/json-fields';

/** The reads by which an analyzer finds out whether the rules that feed it are enabled. */
export const RULE_READS = ['events:ListRuleNamesByTarget', 'events:ListRules'] as const satisfies readonly ReadAction[];

/** A list of rules ends sooner: EventBridge allows a few hundred. */
const MOST_PAGES = 20;

/** The rules that target a queue and are disabled, by name; rejected when the account does not say. */
export async function disabledRules(account: Account, queueArn: string): Promise<readonly string[]> {
  const feeding = (await pagesOf(account, 'events:ListRuleNamesByTarget', { TargetArn: queueArn })).flatMap(({ RuleNames }) => RuleNames);
  const rules = (await pagesOf(account, 'events:ListRules', {})).flatMap(({ Rules }) => objects(Rules));
  return rules.filter(({ Name, State }) => State === 'DISABLED' && feeding.includes(Name)).map(({ Name }) => String(Name));
}

async function pagesOf(account: Account, action: ReadAction, input: JsonObject): Promise<readonly JsonObject[]> {
  const pages: JsonObject[] = [];
  for (let next: unknown; pages.length === 0 || (next !== undefined && pages.length < MOST_PAGES);) {
    const outcome = await account.read(action, next === undefined ? input : { ...input, NextToken: next });
    if (outcome.kind !== 'answer') throw new Error(`${action}: ${outcome.kind === 'gap' ? outcome.gap.because : outcome.because}`);
    pages.push(outcome.answer);
    next = outcome.answer.NextToken;
  }
  return pages;
}
