import type { IServiceRule } from './settings/service-rule';
import { summaryOf } from './summarize';
import type { ServiceRule, Verdict } from '../model/rule';
import type { Level } from '../model/rule-class';

/** Whoever made the rule, and its name; the slash keeps it apart from all rules of the library, those of later versions too. */
const NAME = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** A user's rule as one of the catalogue. */
export function ownRule(rule: IServiceRule): ServiceRule {
  const { id, level, title, why, fix } = rule;
  if (!NAME.test(id)) {
    throw new Error(
      `'rules' has '${id}', but the id of your own rule must begin with a name and a slash; `
        + "set it to an id such as 'acme/three-tasks'",
    );
  }
  return {
    id,
    // The level that the rule states decides instead.
    class: 'weakens',
    judges: 'service',
    property: '',
    reads: [],
    title,
    why,
    fix,
    see: [],
    prevents: [],
    breaks: {},
    holds: service => verdictOn(id, rule.judge(summaryOf(service)), level),
  };
}

/** An answer of another kind is a fault of the rule, which is reported as such. */
function verdictOn(id: string, seen: unknown, level: Level): Verdict {
  if (seen === undefined || seen === null) return true;
  if (typeof seen === 'string' && seen !== '') return { seen, level };
  throw new TypeError(
    `judge() of rule '${id}' returned ${JSON.stringify(seen)}, but must return a string or undefined; return the problem as a string`,
  );
}
