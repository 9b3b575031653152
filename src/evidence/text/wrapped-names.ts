import { ARN_IN_PART } from '../../aws/arn';

/** A name of AWS of a length that is known, as it stands before and after a line break; together they have that length. */
interface Length {
  readonly before: RegExp;
  readonly after: RegExp;
  readonly length: number;
}

const LENGTHS: readonly Length[] = [
  { before: /\btask\/(?:[\w-]{1,255}\/)?([0-9a-f]{0,31})$/, after: /^([0-9a-f]{1,32})(?![\w-])/, length: 32 },
  { before: /\b(?:subnet|eni|sg|vpc|vpce|fs|fsap|i|rtb)-([0-9a-f]{1,16})$/, after: /^([0-9a-f]{1,16})(?![\w-])/, length: 17 },
  { before: /\bsha256:([0-9a-f]{0,63})$/, after: /^([0-9a-f]{1,64})(?![\w-])/, length: 64 },
];

/** Two parts of a text that something broke, without a space where the break is inside a name. */
export const rejoined = (first: string, second: string): string =>
  breaksAName(first, second) ? first + second : `${first} ${second}`;

const breaksAName = (first: string, second: string): boolean =>
  ARN_IN_PART.test(first) && /^[\w:/.-]/.test(second) || LENGTHS.some(({ before, after, length }) => {
    const [head, tail] = [before.exec(first)?.[1], after.exec(second)?.[1]];
    return head !== undefined && tail !== undefined && head.length + tail.length === length;
  });

/** The lines of a text, those joined between which a terminal broke a name. */
export function withNamesWhole(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const last = whole.at(-1) ?? '';
    const rest = line.trimStart();
    if (last !== '' && rest !== '' && breaksAName(last.slice(-400), rest)) whole[whole.length - 1] = last + rest;
    else whole.push(line);
  }
  return whole;
}
