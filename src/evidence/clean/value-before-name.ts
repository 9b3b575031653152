import { kindOf } from './kind-of-secret';
import type { Marks } from './marks/marks';
import { quotedAt, type Span } from './marks/spans';
import { isHarmless } from './values/harmless-value';
import { secretName } from '../../aws/secret-names';

const VALUE = /value\\{0,4}["']?\s{0,8}[:=]\s{0,8}(?=\\{0,4}["'])/gi;

const NAME_BEHIND = new RegExp(
  String.raw`\\{0,4}["']{1,2}\s{0,8},?\s{0,8}\\{0,4}["']{0,2}\w{0,20}(?:name|key)\\{0,4}["']{0,2}`
  + String.raw`\s{0,8}[:=]\s{0,8}\\{0,4}["']{1,2}([\p{L}\p{N}\p{M}_.-]{1,80})`, 'iuy');

/** The text without values that stand before their name: `{"value":"…","name":"DB_PASSWORD"}`, `<add value="…" key="DB_PASSWORD"/>`. */
export function withoutValuesBeforeNames(text: string, marks: Marks): string {
  if (!/value/i.test(text)) return text;
  let [rest, from] = ['', 0];
  for (const { index, 0: before } of text.matchAll(VALUE)) {
    const value = quotedAt(text, index + before.length);
    const name = value && value.start >= from ? nameOfSecret(text, value) : undefined;
    if (value === undefined || name === undefined) continue;
    rest += text.slice(from, value.start) + marks.hide(kindOf(name), text.slice(value.start, value.end));
    from = value.end;
  }
  return rest + text.slice(from);
}

function nameOfSecret(text: string, { start, end }: Span): string | undefined {
  NAME_BEHIND.lastIndex = end;
  const name = NAME_BEHIND.exec(text)?.[1] ?? '';
  return secretName(name) === 'certain' && !isHarmless(text.slice(start, end), true) ? name : undefined;
}
