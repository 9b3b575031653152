import { isHiding, isRandom } from './value-form';
import { at, bareAt, BLANK, endOf, quotedAt, type Span } from '../marks/spans';
import { WRAPS } from '../marks/wraps';

const NEXT_LINE = at(String.raw`(?:[|>][+-]?\d?)?${BLANK}{0,16}(?:(?:\r?\n|\\n)[ \t]{0,32}){1,2}(?:[-*] )?${WRAPS}`);
const NEXT_FIELD = /^[ \t]*[:=]/;
const END_OF_LINE = /^[ \t]*(?:\r?\n|\\[nr]|["'\\]|$)/;

/** Digits alone, or more than small letters between hyphens, dots and slashes. */
const NO_NAME = /^(?!\d{1,5}$|(?=\S*[a-z])[a-z\d]+(?:[./_-][a-z\d]+)*:?$)(?=\S*\d)\S{6,}$/;

/** On the next line a value stands alone; the words of a sentence, the next field and the name of a thing do not. */
export function valueOnNextLine(text: string, start: number): Span | undefined {
  const next = endOf(NEXT_LINE, text, start);
  if (next === undefined) return undefined;
  const quoted = quotedAt(text, next);
  const span = quoted ?? bareAt(text, next);
  if (span === undefined || NEXT_FIELD.test(text.slice(span.end, span.end + 3))) return undefined;
  const isBlock = /[|>]/.test(text.charAt(start));
  return quoted !== undefined || isBlock ? isHiding(text, span) : bareAlone(text, span);
}

function bareAlone(text: string, span: Span): Span | undefined {
  const isAlone = END_OF_LINE.test(text.slice(span.end, span.end + 16)) && NO_NAME.test(text.slice(span.start, span.end));
  return isRandom(text, span, 6, true) ?? (isAlone ? isHiding(text, span) : undefined);
}
