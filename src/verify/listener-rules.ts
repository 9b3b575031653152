import { isNew, ownerOf } from './ownership';
import type { Check, Problem, Skipped } from './problem';
import { ofListenerRules, readQuota } from './quota';
import { isLeftToDeployment, written } from './written';
import type { Reading } from '../account/reading';
import { isKnown } from '../facts/model/fact';
import { placeOf, type Resource } from '../facts/template/resource';
import { asNumber } from '../facts/template/source/resolved';
import type { Templates } from '../facts/template/templates';

interface RuleAnswer {
  readonly RuleArn?: string;
  readonly Priority?: string;
  readonly IsDefault?: boolean;
}

/** Rules that the app adds to listeners which it does not create: the listener is there, the priority is free, and so is a place. */
export const listenerRules: Check = async ({ templates }, reading) => {
  const added = new Map<string, readonly Resource[]>();
  for (const rule of templates.ofType('AWS::ElasticLoadBalancingV2::ListenerRule')) {
    const listener = written(rule.properties.ListenerArn);
    if (listener !== undefined) added.set(listener, [...added.get(listener) ?? [], rule]);
  }
  const found = await Promise.all([...added].map(([listener, rules]) => problemsOf(listener, rules, templates, reading)));
  return [...found.flat(), ...skippedOf(templates)];
};

const skippedOf = (templates: Templates): readonly Skipped[] => templates.ofType('AWS::ElasticLoadBalancingV2::ListenerRule')
  .filter(({ properties }) => isLeftToDeployment(properties.ListenerArn, templates))
  .map(rule => ({ at: placeOf(rule, 'ListenerArn'), seen: 'the listener of the rule is known only at deployment' }));

async function problemsOf(
  ListenerArn: string, rules: readonly Resource[], templates: Templates, reading: Reading,
): Promise<readonly Problem[]> {
  const there = await reading.part<readonly RuleAnswer[]>('elasticloadbalancing:DescribeRules', { ListenerArn }, 'Rules');
  if (!isKnown(there)) return [];
  if (there === undefined) {
    const fix = 'Create the listener, or correct its ARN.';
    return rules.map(rule => ({ at: placeOf(rule, 'ListenerArn'), seen: `the listener ${ListenerArn} does not exist`, fix }));
  }
  const taken = await Promise.all(rules.map(rule => takenPriority(rule, there, templates, reading)));
  return [...taken.flat(), ...await tooMany(rules, there, templates, reading)];
}

async function takenPriority(
  rule: Resource, there: readonly RuleAnswer[], templates: Templates, reading: Reading,
): Promise<readonly Problem[]> {
  const priority = asNumber(rule.properties.Priority);
  const holder = isKnown(priority) ? there.find(({ Priority }) => Priority === String(priority))?.RuleArn : undefined;
  const owner = holder === undefined ? 'own' : await ownerOf(holder, rule, templates, reading);
  if (!isKnown(owner) || owner === 'own') return [];
  const of = owner === undefined ? 'of no stack' : `of the stack ${owner}`;
  return [{
    at: placeOf(rule, 'Priority'),
    seen: `the priority ${String(priority)} is taken by a rule ${of}`,
    fix: `Set another priority, such as ${freePriority(there)}.`,
  }];
}

/** The one after the last, which leaves the order of all other rules as it is. */
const freePriority = (there: readonly RuleAnswer[]): number => Math.max(...there.map(({ Priority }) => Number(Priority) || 0)) + 1;

/** The quota counts the rules of all listeners of the load balancer, so that those of one are the least. */
async function tooMany(
  rules: readonly Resource[], there: readonly RuleAnswer[], templates: Templates, reading: Reading,
): Promise<readonly Problem[]> {
  const fresh = (await Promise.all(rules.map(async rule => await isNew(rule, templates, reading) === true ? rule : []))).flat();
  const quota = fresh.length > 0 ? await readQuota(ofListenerRules, reading) : undefined;
  const count = there.filter(({ IsDefault }) => !IsDefault).length;
  return quota === undefined || count + fresh.length <= quota.value ? [] : [{
    at: placeOf(fresh[0], 'ListenerArn'),
    seen: `the listener would have ${count + fresh.length} rules, but the quota of a load balancer is ${quota.value} (${quota.name})`,
    fix: `${quota.increaseTo(count + fresh.length)}, or use another load balancer.`,
  }];
}
