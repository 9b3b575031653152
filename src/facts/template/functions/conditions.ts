import { Asked } from './asked';
import { type Comparison, Comparisons } from './comparisons';
import { unreadKey } from './unread';
import { type Known, UNKNOWN } from '../../model/fact';
import { every, not, some } from '../../model/known';
import type { Assumptions, Resolving } from '../source/resolving';
import type { Expression, TemplateSource } from '../source/template-source';

/** Conditions may refer to each other, and a broken template may have them do so in a circle. */
const DEEPEST = 64;

/** The conditions of all templates, as far as their texts and what is assumed decide them. */
export class Conditions {
  public readonly asked = new Asked();
  private readonly declared: ReadonlyMap<string, { readonly expression: Expression; readonly stack: string }>;
  private readonly comparisons: Comparisons;
  /** A condition may depend on itself in a broken template, also through an output that is there under the condition. */
  private readonly beingDecided = new Set<string>();

  constructor(sources: readonly TemplateSource[], resolver: Resolving, assumptions: Assumptions) {
    this.declared = new Map(sources.flatMap(({ stack, body }) =>
      Object.entries(body.Conditions ?? {}).map(([name, expression]) => [conditionKey(stack, name), { expression, stack }] as const)));
    this.comparisons = new Comparisons(sources, resolver, assumptions);
  }

  /** Whether a condition holds; who asks is noted to depend on it. */
  public holds(stack: string, name: string): Known<boolean> {
    const key = conditionKey(stack, name);
    this.asked.note([key]);
    return this.truthOf(key);
  }

  /** Whether the condition of a key holds. */
  public truthOf(key: string): Known<boolean> {
    const condition = this.declared.get(key);
    if (condition === undefined) this.asked.note([unreadKey(`the condition '${nameOfCondition(key)}' is not in the template`)]);
    if (condition === undefined || this.beingDecided.has(key)) return UNKNOWN;
    this.beingDecided.add(key);
    const truth = this.evaluate(condition.expression, condition.stack);
    this.beingDecided.delete(key);
    return truth;
  }

  /** The only text that a parameter can be under what is assumed. */
  public textOf(parameter: string, stack: string): string | undefined {
    return this.comparisons.textOf(parameter, stack);
  }

  /** Whether a parameter can be a text under what is assumed. */
  public mayBe(parameter: string, stack: string, text: string): boolean {
    return this.comparisons.mayBe(parameter, stack, text);
  }

  /** A comparison that would have to be decided first to know whether the condition of a key holds. */
  public undecidedIn(key: string): string | undefined {
    const condition = this.declared.get(key);
    const comparisons = condition === undefined ? [] : this.comparisonsIn(condition.expression, condition.stack, 0);
    return comparisons.find(comparison => this.comparisons.truthOf(comparison) === UNKNOWN)?.key;
  }

  private evaluate(expression: Expression, stack: string): Known<boolean> {
    const { name, parts } = partsOf(expression);
    // An intrinsic function that lists no conditions is a fault of the template, and says nothing.
    const all = (): readonly Known<boolean>[] => parts.length === 0 ? [UNKNOWN] : parts.map(part => this.evaluate(part, stack));
    switch (name) {
      case 'Condition':
        return typeof parts[0] === 'string' ? this.truthOf(conditionKey(stack, parts[0])) : UNKNOWN;
      case 'Fn::And':
        return every(all());
      case 'Fn::Or':
        return some(all());
      case 'Fn::Not':
        return not(every(all()));
      case 'Fn::Equals':
        return this.comparisons.truthOf(this.comparisons.comparisonOf(parts, stack));
      default:
        this.asked.note([unreadCondition(name)]);
        return UNKNOWN;
    }
  }

  private comparisonsIn(expression: Expression, stack: string, depth: number): readonly Comparison[] {
    const { name, parts } = partsOf(expression);
    if (depth > DEEPEST) return [];
    if (name === 'Fn::Equals') return [this.comparisons.comparisonOf(parts, stack)];
    if (name !== 'Condition') return parts.flatMap(part => this.comparisonsIn(part, stack, depth + 1));
    const other = typeof parts[0] === 'string' ? this.declared.get(conditionKey(stack, parts[0])) : undefined;
    return other === undefined ? [] : this.comparisonsIn(other.expression, other.stack, depth + 1);
  }
}

const unreadCondition = (name: string | undefined): string =>
  unreadKey(name === undefined ? 'a condition is not a function' : `a condition uses '${name}', which is not supported`);

const conditionKey = (stack: string, name: string): string => `${stack}\n${name}`;

/** Tells the key of a condition from those of what else an answer may depend on. */
export const isConditionKey = (key: string): boolean => !key.startsWith('\n');

/** What people call the condition of a key. */
export const nameOfCondition = (key: string): string => key.slice(key.indexOf('\n') + 1);

function partsOf(expression: Expression): { readonly name?: string; readonly parts: readonly Expression[] } {
  if (typeof expression !== 'object' || expression === null || Array.isArray(expression)) return { parts: [] };
  const [[name, argument] = [undefined, []]] = Object.entries(expression);
  return { name, parts: Array.isArray(argument) ? argument : [argument] };
}
