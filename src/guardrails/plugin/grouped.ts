import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Acknowledgement, acknowledgementOf } from './acknowledging/acknowledgements';
import { constructAt } from './who-judges';
import { groupBy } from '../../group-by';
import type { Finding } from '../evaluate';
import { gravestFirst } from '../gravest-first';

/** Findings of one rule at one level that the CDK prints as one violation. */
export interface Group {
  readonly findings: readonly [Finding, ...Finding[]];
  /** The path of the construct that the CDK prints the violation for. */
  readonly path: string;
  /** Whether no earlier group of the same stack says what the rule requires, and why. */
  readonly isFirst: boolean;
  /** Names the place of one of the findings within that path, as people wrote it. */
  readonly nameOf: (finding: Finding) => string;
}

/**
 * An error is printed once for each construct, a warning once for each stack.
 *
 * An acknowledged warning stays at its own construct: the CDK then hides it, and records the reason in its own report.
 */
export function grouped(findings: readonly Finding[], app: IConstruct, made: readonly Acknowledgement[]): readonly Group[] {
  const groups = groupBy(gravestFirst(findings), ({ rule, level, at: { path } }) => {
    const isAlone = level === 'error' || acknowledgementOf(rule.id, path, made) !== undefined;
    return JSON.stringify([rule.id, level, isAlone, isAlone ? path : stackPathOf(app, path)]);
  });
  const explained = new Set<string>();
  return [...groups.values()].map(group => {
    const [{ rule, level, at }, ...others] = group;
    const stack = stackPathOf(app, at.path);
    const path = others.every(other => other.at.path === at.path) ? at.path : stack;
    const topic = JSON.stringify([rule.id, stack]);
    const isAcknowledged = acknowledgementOf(rule.id, path, made) !== undefined;
    const isFirst = isAcknowledged || level === 'warning' || !explained.has(topic);
    if (!isAcknowledged) explained.add(topic);
    return { findings: group, path, isFirst, nameOf: ({ at: place }) => within(path, writtenPath(app, place.path)) };
  });
}

/** The path of the stack that is deployed by itself: the CDK reports of the stacks that a user selects. */
function stackPathOf(app: IConstruct, path: string): string {
  const construct = constructAt(app, path);
  let stack = construct.node.scopes.filter(Stack.isStack).pop();
  while (stack?.nestedStackParent !== undefined) stack = stack.nestedStackParent;
  return stack?.node.path ?? path;
}

/** A resource that a construct is made of is known by that construct. */
function writtenPath(app: IConstruct, path: string): string {
  const construct = constructAt(app, path);
  const above = construct.node.scope;
  const isDefault = above !== undefined && !Stack.isStack(above) && above.node.defaultChild === construct;
  return isDefault && construct.node.path === path ? above.node.path : path;
}

const within = (stack: string, path: string): string => path.startsWith(`${stack}/`) ? path.slice(stack.length + 1) : path;
