import { unreadKey } from './unread';
import { type Known, UNKNOWN } from '../../model/fact';
import type { Resolved } from '../source/resolved';
import type { Resolving } from '../source/resolving';
import type { Expression } from '../source/template-source';

/**
 * What `Fn::FindInMap` gives; where only deployment decides a key, what all keys give.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap-enhancements.html
 */
export function findInMap(resolver: Resolving, argument: Expression, stack: string, depth: number): Resolved {
  if (!Array.isArray(argument)) return UNKNOWN;
  const [name, first, second, options] = argument as readonly Expression[];
  const keys = [name, first, second].map(key => keyOf(resolver, key, stack, depth));
  const otherwise = defaultOf(options);
  const found = valuesUnder([resolver.mappingsOf(stack)], keys);
  if (found.length === 0 && otherwise === undefined) {
    resolver.conditions.asked.note([unreadKey(`the template has nothing for 'Fn::FindInMap' in '${String(name)}'`)]);
  }
  // Without a default, a key that is not there fails the deployment, so that it need not be thought of.
  const values = otherwise !== undefined && (found.length === 0 || keys.includes(UNKNOWN)) ? [...found, otherwise] : found;
  return areOne(values) ? resolver.resolve(values[0], stack, depth) : UNKNOWN;
}

function keyOf(resolver: Resolving, expression: Expression = null, stack: string, depth: number): Known<string> {
  const key = resolver.resolve(expression, stack, depth);
  if (typeof key !== 'string' && typeof key !== 'number') return UNKNOWN;
  const text = resolver.inEnvironmentOf(stack, String(key));
  return text.includes('${') ? UNKNOWN : text;
}

/** Everything that the keys may lead to, from one level to the next. */
const valuesUnder = (levels: readonly Expression[], keys: readonly Known<string>[]): readonly Expression[] =>
  keys.reduce((values, key) => values.flatMap(value => membersOf(value, key)), levels);

function membersOf(value: Expression, key: Known<string>): readonly Expression[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).filter(([name]) => key === UNKNOWN || name === key).map(([, member]) => member);
}

const areOne = (values: readonly Expression[]): boolean =>
  values.length > 0 && values.every(value => JSON.stringify(value) === JSON.stringify(values[0]));

const defaultOf = (options: Expression | undefined): Expression | undefined =>
  typeof options === 'object' && options !== null
    ? (options as { readonly [name: string]: Expression | undefined }).DefaultValue
    : undefined;
