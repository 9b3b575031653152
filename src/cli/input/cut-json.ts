import { parse } from 'jsonc-parser';
import { isNestedTooDeeply, mayNestTooDeeply } from '../../evidence/model/nesting';

/** What is left of JSON, and where it was cut. */
interface Rest {
  readonly value: unknown;
  readonly form: string;
}

/** A longer text is searched for no rest: a terminal or a chat cuts what somebody copies. */
const LONGEST = 2_000_000;

/** The value in a text that lost the end or the beginning of its JSON, as terminals, chats and the limits of logs cut it. */
export function restOfJson(whole: string, isMeant: (value: unknown) => boolean): Rest | undefined {
  const text = whole.replace(PROMPT, '').trimEnd();
  if (text.length > LONGEST || mayNestTooDeeply(text)) return undefined;
  const isBegun = /^\s*[[{]/.test(text);
  const value = isBegun ? withoutEnd(text) : withoutBeginning(text, isMeant);
  if (value === undefined || isNestedTooDeeply(value) || !isMeant(value)) return undefined;
  return { value, form: `JSON that was cut at its ${isBegun ? 'end' : 'beginning'}` };
}

const PROMPT = /^\s{0,80}\S{0,80}[$#%>❯] ?aws [^\n]{0,2000}\n/;

/** What opens, closes and hides brackets; a string may be open at the end. */
const TOKENS = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[[\]{}]/g;

const stepOf = (token: string): number => '[{'.includes(token) ? 1 : ']}'.includes(token) ? -1 : 0;

/** A tolerant parser closes what is open at the end; of a number, nobody knows whether it is whole. */
const withoutEnd = (text: string): unknown =>
  isOpen(text) ? parse(text.replace(/(?<=[:,[]\s{0,8})-?\d[\w.+-]{0,40}$/, ''), [], { disallowComments: true }) as unknown : undefined;

/** Whether the first value of a text is not closed. */
function isOpen(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(TOKENS)) {
    depth += stepOf(token);
    if (depth === 0) return false;
  }
  return true;
}

/** Where the first field begins that is whole. */
const FIRST_FIELD = /(?:^\s*|,\s*)(?="\w{1,60}"\s*:\s*["[{\d\w-])/;

/** From the innermost object of which the end is there to the outermost: the first that is what was meant. */
function withoutBeginning(text: string, isMeant: (value: unknown) => boolean): unknown {
  // What ends otherwise is a text of a person, who quotes JSON in it.
  const start = /[}\]]$/.test(text) ? FIRST_FIELD.exec(text)?.index : undefined;
  const objects = start === undefined ? [] : withoutOpening(text.slice(start));
  return objects.map(parsed).find(value => value !== undefined && isMeant(value));
}

/** The fields of each object that is closed in a text and not opened in it. */
function withoutOpening(text: string): readonly string[] {
  const objects: string[] = [];
  let [depth, from] = [0, 0];
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    depth += stepOf(token);
    if (depth >= 0) continue;
    if (token === '}') objects.push(text.slice(from, index));
    [depth, from] = [0, index + 1];
  }
  return objects;
}

function parsed(fields: string): unknown {
  try {
    return JSON.parse(`{${fields.replace(/^\s*,/, '')}}`);
  } catch {
    return undefined;
  }
}
