/**
 * No answer of AWS and no template is nested as deeply.
 *
 * Far below what the stack holds, because an expression that is compiled at its end aborts the process, which nothing catches.
 */
const DEEPEST = 500;

/** Whether a value has more levels than anything that is read. */
export const isNestedTooDeeply = (value: unknown, levels = DEEPEST): boolean =>
  typeof value === 'object' && value !== null
  && (levels < 0 || Object.values(value).some(inner => isNestedTooDeeply(inner, levels - 1)));

/** Whether a text in YAML may have more levels: of brackets, of dashes on one line, or of indentation. */
export const mayNestTooDeeply = (text: string): boolean => LEVELS_OF_LINES.test(text) || levelsOfBrackets(text) > DEEPEST;

const LEVELS_OF_LINES = /(?:[-?] {1,4}){200}|^ {1000}/m;

function levelsOfBrackets(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = '[{'.includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
