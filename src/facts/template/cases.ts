import { isConditionKey, nameOfCondition } from './functions/conditions';
import { type Unread, unreadAmong } from './functions/unread';
import { isParameterKey } from './source/open-parameters';
import type { Assumptions } from './source/resolving';
import type { Templates } from './templates';
import type { Known } from '../model/fact';

/** What is read when certain conditions hold and others do not. */
export interface Case<T> {
  readonly result: T;
  /** Which of the conditions hold that anything in any of the cases depends on, by their keys. */
  readonly truths: ReadonlyMap<string, Known<boolean>>;
}

/** A case as it was read. */
interface ReadCase<T> extends Case<T> {
  /** The parameters that this reading depends on, by their keys. */
  readonly parameters: readonly string[];
  readonly unread: readonly Unread[];
}

/** More cases than these are not told apart: what depends on further conditions stays unknown. */
const MOST_CASES = 16;

/** One reading, which depends on conditions that may not be decided yet. */
interface Reading<T> {
  readonly result: T;
  readonly templates: Templates;
  readonly assumptions: Assumptions;
  readonly asked: readonly string[];
}

/**
 * Reads templates once for each way in which their conditions can come out, as far as the reading depends on them.
 *
 * Nearly always that is one way. Conditions of the stack that the reading is about are told apart first.
 */
export function casesOf<T>(templates: Templates, stack: string, read: (templates: Templates) => T): readonly ReadCase<T>[] {
  const open = [readUnder(templates, new Map(), read)];
  const closed: Reading<T>[] = [];
  for (let reading = open.shift(); reading !== undefined; reading = open.shift()) {
    const question = open.length + closed.length + 1 < MOST_CASES ? firstQuestion(reading, stack) : undefined;
    if (question === undefined) closed.push(reading);
    else for (const truth of [true, false]) open.push(readUnder(templates, new Map([...reading.assumptions, [question, truth]]), read));
  }
  const conditions = new Set(closed.flatMap(({ asked }) => asked.filter(isConditionKey)));
  return closed.map(({ result, templates: decided, asked }) => ({
    result,
    truths: new Map([...conditions].map(key => [key, decided.conditions.truthOf(key)] as const)),
    parameters: asked.filter(isParameterKey),
    unread: unreadAmong(asked),
  }));
}

function readUnder<T>(templates: Templates, assumptions: Assumptions, read: (templates: Templates) => T): Reading<T> {
  const decided = assumptions.size === 0 ? templates : templates.assuming(assumptions);
  return { ...decided.conditions.asked.during(() => read(decided)), templates: decided, assumptions };
}

function firstQuestion<T>({ templates, asked }: Reading<T>, stack: string): string | undefined {
  const isForeign = (key: string) => Number(key !== `${stack}\n${nameOfCondition(key)}`);
  const nearestFirst = asked.filter(isConditionKey).sort((one, other) => isForeign(one) - isForeign(other));
  return nearestFirst.map(key => templates.conditions.undecidedIn(key)).find(comparison => comparison !== undefined);
}
