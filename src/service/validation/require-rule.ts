import { Token } from 'aws-cdk-lib';
import { pathOf } from './path-of';
import { isWithin, PRIORITY, RULE_CONDITIONS } from '../../aws/limits';

/** The rule of a listener, as it was asked for. */
interface AskedRule {
  readonly hosts?: readonly string[];
  readonly paths?: readonly string[];
  readonly priority?: number;
}

/** Refuses a rule that Elastic Load Balancing refuses, or that no request could match. */
export function requireRule({ hosts = [], paths = [], priority }: AskedRule): void {
  requireConditions(hosts.length + paths.length);
  hosts.forEach(host => requireValue('hosts', host));
  paths.forEach(path => requireValue('paths', path));
  paths.forEach(requirePath);
  if (priority !== undefined) requirePriority(priority);
  else requireKnown([...hosts, ...paths]);
}

function requireConditions(count: number): void {
  if (count === 0) {
    throw new Error(
      "neither 'hosts' nor 'paths' is set, but a shared listener needs a condition for each service; set "
        + "'hosts', 'paths' or both",
    );
  }
  if (count <= RULE_CONDITIONS.mostValues) return;
  throw new Error(
    `'hosts' and 'paths' have ${count} values in total, but a listener rule can have at most ${RULE_CONDITIONS.mostValues}; use `
      + "wildcards, such as '*.example.com' or '/orders/*'",
  );
}

function requireValue(prop: string, value: string): void {
  if (Token.isUnresolved(value) || (value.length > 0 && value.length <= RULE_CONDITIONS.longestValue)) return;
  throw new Error(`'${prop}' has '${value}', but a condition has 1 to ${RULE_CONDITIONS.longestValue} characters; shorten it with '*'`);
}

function requirePath(path: string): void {
  if (Token.isUnresolved(path) || /^[/*?]/.test(path)) return;
  throw new Error(`'paths' has '${path}', but a path must begin with '/'; set it to '${pathOf(path)}'`);
}

function requirePriority(priority: number): void {
  if (Token.isUnresolved(priority) || (Number.isInteger(priority) && isWithin(priority, PRIORITY))) return;
  throw new Error(`'priority' is ${priority}, but the priority of a rule is a whole number from ${PRIORITY.least} to ${PRIORITY.most}`);
}

function requireKnown(conditions: readonly string[]): void {
  if (!conditions.some(condition => Token.isUnresolved(condition))) return;
  throw new Error(
    "'priority' is not set, and 'hosts' or 'paths' are known only at deployment, but the priority is derived from them; set "
      + "'priority' to a number that no other rule of the listener has",
  );
}
