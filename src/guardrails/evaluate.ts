import { NOT_JUDGED } from './model/not-judged';
import type { ListenerRule, LoadBalancerRule, Rule, TargetGroupRule, Verdict, Violation, Words } from './model/rule';
import { type Level, levelOf, type RuleClass } from './model/rule-class';
import { listenersOf, loadBalancersOf } from './predicates/load-balancers-of';
import { isKnown } from '../facts/model/fact';
import type { Place } from '../facts/model/place';
import type { ClusterFacts, ServiceFacts } from '../facts/model/service';
import type { TaskFacts } from '../facts/model/task';

/** One fault: which rule is broken, where, and what was seen there. */
export interface Finding {
  readonly rule: Words;
  readonly level: Level;
  /** What becomes of the service; absent for a finding about the guardrails themselves, and for a rule of the user's own. */
  readonly class?: RuleClass;
  readonly at: Place;
  /** What was found, without capital and full stop. */
  readonly seen: string;
  /** The pages that this finding rests on, where the rule has several mechanisms. */
  readonly see?: readonly string[];
  /** What to do here, where more is known of it than the rule knows. */
  readonly fix?: string;
  /** The fault that other rules see too. */
  readonly fault?: string;
  /** Which conditions of the template the fault depends on; absent where it is there in any case. */
  readonly when?: string;
  /** Whether the fault is there with the default of a parameter only, which a deployment may replace. */
  readonly byDefault?: true;
}

type Judge = () => Verdict;

type Question = readonly [subject: { readonly at: Place }, judge: Judge];

/** Judges one service and everything it uses; a rule that breaks down is a finding of its own and stops no other rule. */
export function evaluate(service: ServiceFacts, rules: readonly Rule[]): readonly Finding[] {
  return onceForEachFault(
    rules.flatMap(rule => questions(rule, service).flatMap(([subject, judge]) => findingsOf(rule, subject.at, judge))),
  );
}

/** Judges a task definition that no service of the app runs. */
export function evaluateTask(task: TaskFacts, rules: readonly Rule[]): readonly Finding[] {
  return onceForEachFault(
    rules.flatMap(rule => questionsOfTask(rule, task).flatMap(([subject, judge]) => findingsOf(rule, subject.at, judge))),
  );
}

/** Rules that see one fault tell the same, so that the first of them says enough. */
const onceForEachFault = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ fault }, index) => fault === undefined || findings.findIndex(earlier => earlier.fault === fault) === index);

/** Everything in a service that a rule looks at, each with the question to ask. */
function questions(rule: Rule, service: ServiceFacts): readonly Question[] {
  switch (rule.judges) {
    case 'service':
      return [[service, () => rule.holds(service, undefined)]];
    case 'task':
    case 'container':
      return isKnown(service.task) ? questionsOfTask(rule, service.task, service) : [];
    case 'cluster':
      return clusterOf(service).map(cluster => [cluster, () => rule.holds(cluster, service)]);
    default:
      return questionsOfLoadBalancing(rule, service);
  }
}

function questionsOfLoadBalancing(rule: TargetGroupRule | ListenerRule | LoadBalancerRule, service: ServiceFacts): readonly Question[] {
  switch (rule.judges) {
    case 'targetGroup':
      return known(service.targetGroups).map(group => [group, () => rule.holds(group, service)]);
    case 'listener':
      return listenersOf(service).map(listener => [listener, () => rule.holds(listener, service)]);
    case 'loadBalancer':
      return loadBalancersOf(service).map(loadBalancer => [loadBalancer, () => rule.holds(loadBalancer, service)]);
  }
}

/** What a rule looks at in a task, which a service may run. */
function questionsOfTask(rule: Rule, task: TaskFacts, service?: ServiceFacts): readonly Question[] {
  if (rule.judges === 'task') return [[task, () => rule.holds(task, service)]];
  return rule.judges === 'container'
    ? known(task.containers).map(container => [container, () => rule.holds(container, task, service)])
    : [];
}

const clusterOf = ({ cluster }: ServiceFacts): readonly ClusterFacts[] => isKnown(cluster) ? [cluster] : [];

function findingsOf(rule: Rule, place: Place, judge: Judge): readonly Finding[] {
  try {
    const verdict = judge();
    if (!isViolation(verdict)) return NOTHING;
    const { seen, level, class: ruleClass = rule.class, fault, see, at = pointedAt(rule, place) } = verdict;
    const grade = level === undefined ? { class: ruleClass, level: levelOf(ruleClass) } : { level };
    return [{ rule, ...grade, at, seen, ...see !== undefined && { see }, ...fault !== undefined && { fault } }];
  } catch (error) {
    return [{ rule: NOT_JUDGED, level: 'error', at: pointedAt(rule, place), seen: `guardrail '${rule.id}' threw ${String(error)}` }];
  }
}

const NOTHING: readonly Finding[] = [];

const pointedAt = (rule: Rule, place: Place): Place => ({
  ...place,
  property: rule.property === '' ? '' : `${place.property}.${rule.property}`,
});

const known = <T>(list: readonly T[] | symbol): readonly T[] => typeof list === 'symbol' ? [] : list;

const isViolation = (verdict: Verdict): verdict is Violation => typeof verdict === 'object';
