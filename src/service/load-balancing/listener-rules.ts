import { Reference, Resource, Token, Tokenization } from 'aws-cdk-lib';
import { CfnListenerRule, type IApplicationListener } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { IConstruct } from 'constructs';
import { canonical, covers, type RuleConditions } from './rule-priority';

/** The rule through which requests reach a service. */
export interface ServiceRule extends RuleConditions {
  readonly priority: number;
  /** The path of the service, by which an error names it. */
  readonly service: string;
}

const RULES = new WeakMap<IApplicationListener, readonly ServiceRule[]>();

/** Adds the rule of a service to those of a listener, and refuses one that clashes with another. */
export function addRule(listener: IApplicationListener, rule: ServiceRule): void {
  const others = RULES.get(listener) ?? [];
  for (const other of others) {
    refuseSameConditions(other, rule);
    refuseSamePriority(other, rule, others);
    refuseUnreached(other, rule);
  }
  RULES.set(listener, [...others, rule]);
}

function refuseSameConditions(one: ServiceRule, other: ServiceRule): void {
  if (JSON.stringify(canonical(one)) !== JSON.stringify(canonical(other))) return;
  throw new Error(
    `'loadBalancing' of '${one.service}' and of '${other.service}' both match requests for ${describe(other)}, but only one of them `
      + 'would get the requests; set different hosts or paths for each service',
  );
}

function refuseSamePriority(one: ServiceRule, other: ServiceRule, taken: readonly ServiceRule[]): void {
  if (one.priority !== other.priority || Token.isUnresolved(one.priority)) return;
  let free = other.priority + 1;
  while (taken.some(({ priority }) => priority === free)) free++;
  throw new Error(
    `'loadBalancing' of '${one.service}' and of '${other.service}' both have the priority ${other.priority}, but a listener has one rule `
      + `with a priority; set 'priority' of one of them, for example to ${free}`,
  );
}

/** A rule after one that matches all of its requests is never reached. */
function refuseUnreached(one: ServiceRule, other: ServiceRule): void {
  const [first, second] = one.priority < other.priority ? [one, other] : [other, one];
  if (Token.isUnresolved(one.priority) || Token.isUnresolved(other.priority) || !covers(first, second)) return;
  throw new Error(
    `'loadBalancing' of '${second.service}' would get no requests: each request for ${describe(second)} also matches `
      + `${describe(first)} of '${first.service}', whose priority ${first.priority} comes before ${second.priority}; set `
      + `'priority' of '${second.service}' below that of '${first.service}'`,
  );
}

const describe = ({ hosts, paths }: RuleConditions): string =>
  [...hosts.length > 0 ? [`hosts ${hosts.join(', ')}`] : [], ...paths.length > 0 ? [`paths ${paths.join(', ')}`] : []].join(' and ');

/** Refuses a rule without a priority on a listener whose other rules nobody sees. */
export function requireOwnPriority(listener: IApplicationListener, priority: number | undefined): void {
  if (priority !== undefined || Resource.isOwnedResource(listener)) return;
  throw new Error(
    `'priority' is not set, but the listener '${listener.node.path}' is imported, and the priorities of its other rules are not known; `
      + "set 'priority' to a free one: aws elbv2 describe-rules --listener-arn "
      + `${Token.isUnresolved(listener.listenerArn) ? '<listener>' : listener.listenerArn} --query "Rules[].Priority"`,
  );
}

/** What is wrong at synthesis with a priority that another rule of the listener has too, whoever made that. */
export function clashesWith(rule: CfnListenerRule): readonly string[] {
  return rule.node.root.node.findAll()
    .filter((construct): construct is CfnListenerRule => construct instanceof CfnListenerRule)
    .filter(other => other !== rule && other.priority === rule.priority && isSame(other.listenerArn, rule.listenerArn))
    .map(other => `the rule '${other.node.path}' has the priority ${rule.priority} too, but a listener has one rule with a priority; `
      + "set 'priority' of 'loadBalancing' to another number, or that of the other rule");
}

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (targetOf(one) !== undefined && targetOf(one) === targetOf(other));

/** What an ARN refers to, where it is not a literal. */
function targetOf(arn: string | undefined): IConstruct | undefined {
  const token = arn === undefined ? undefined : Tokenization.reverseString(arn).firstToken;
  return Reference.isReference(token) ? token.target : undefined;
}
