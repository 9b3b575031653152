import { NOT_JUDGED } from './not-judged';
import type { Rule, Verdict, Violation, Words } from './rule';
import { isKnown } from '../facts/model/fact';
import type { Place } from '../facts/model/place';
import type { ServiceFacts } from '../facts/model/service';

/** One fault: which rule is broken, where, and what was seen there. */
export interface Finding {
  readonly rule: Words;
  readonly at: Place;
  /** What was found, without capital and full stop; absent where the rule's own words say it all. */
  readonly seen?: string;
}

type Judge = () => Verdict;

/** Judges one service and everything it uses; a rule that breaks down is a finding of its own and stops no other rule. */
export function evaluate(service: ServiceFacts, rules: readonly Rule[]): readonly Finding[] {
  return rules.flatMap(rule => judgements(rule, service).flatMap(([subject, judge]) => findingsOf(rule, subject.at, judge)));
}

/** Everything in a service that a rule looks at, each with the question to ask. */
function judgements(rule: Rule, service: ServiceFacts): readonly (readonly [subject: { readonly at: Place }, judge: Judge])[] {
  const tasks = isKnown(service.task) ? [service.task] : [];
  switch (rule.judges) {
    case 'service':
      return [[service, () => rule.holds(service, undefined)]];
    case 'task':
      return tasks.map(task => [task, () => rule.holds(task, service)]);
    case 'container':
      return tasks.flatMap(task => known(task.containers).map(container => [container, () => rule.holds(container, task)] as const));
    case 'targetGroup':
      return known(service.targetGroups).map(group => [group, () => rule.holds(group, service)]);
  }
}

function findingsOf(rule: Rule, place: Place, judge: Judge): readonly Finding[] {
  const at = { ...place, property: `${place.property}.${rule.property}` };
  try {
    const verdict = judge();
    if (verdict === false) return [{ rule, at }];
    return isViolation(verdict) ? [{ rule, at, seen: verdict.seen }] : [];
  } catch (error) {
    return [{ rule: NOT_JUDGED, at, seen: `guardrail '${rule.id}' broke down: ${String(error)}` }];
  }
}

const known = <T>(list: readonly T[] | symbol): readonly T[] => (typeof list === 'symbol' ? [] : list);

const isViolation = (verdict: Verdict): verdict is Violation => typeof verdict === 'object';
