import { ARN_IN_PART, ARN_TO_THE_END } from '../../aws/arn';

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

/** What may be the rest of a name, and no time and no word that goes on in a sentence. */
const REST_OF_NAME = new RegExp(
  '^(?!\\d{4}[-/]|\\d\\d:\\d\\d|arn:|(?:an?|and|are|as|at|because|but|by|does|for|from|has|if|in|into|is|of|on|or|that|the|to|was|were|when'
  + '|which|while|with)\\b)[a-z\\d/:_+=@-]');

/** What stands behind a name of which it is not known whether its line has all of it. */
const PERHAPS_MORE = '…';

/** Two parts of a text that something broke, without a space where the break is inside a name. */
export function rejoined(first: string, second: string): string {
  if (breaksAName(first, second)) return first + second;
  return `${first}${mayBreakAName(first, second) ? PERHAPS_MORE : ''} ${second}`;
}

const mayBreakAName = (first: string, second: string): boolean => endsInAName(first) && REST_OF_NAME.test(second);

/** Far enough back to see where a name begins. */
const LONGEST_LOOK = 600;

function endsInAName(line: string): boolean {
  const end = line.slice(-LONGEST_LOOK);
  return ARN_TO_THE_END.test(end) && !WHOLE_NAME.test(end);
}

/** A name whose end is known by its form is all there. */
const WHOLE_NAME = /\btask\/(?:[\w-]{1,255}\/)?[0-9a-f]{32}$|\b[a-z]{1,4}-[0-9a-f]{17}$|:task-definition\/[\w-]{1,255}:\d{1,6}$/;

const breaksAName = (first: string, second: string): boolean =>
  ARN_IN_PART.test(first) && /^[\w:/.-]/.test(second) || LENGTHS.some(({ before, after, length }) => {
    const [head, tail] = [before.exec(first)?.[1], after.exec(second)?.[1]];
    return head !== undefined && tail !== undefined && head.length + tail.length === length;
  });

/**
 * The lines of a text, those joined between which a terminal broke a name.
 *
 * A name of any length is broken where its line fills the width of the terminal, as other lines do. Where only that line is so
 * long, nobody can tell, and the name is marked as perhaps not whole.
 */
export function withNamesWhole(lines: readonly string[]): readonly string[] {
  const { width, isTerminal } = widthOf(lines);
  const whole: string[] = [];
  lines.forEach((line, index) => {
    const last = whole.pop();
    const fills = lines[index - 1]?.length === width;
    if (last !== undefined) whole.push(...joined(last, line, { fills, isTerminal }));
    else whole.push(line);
  });
  return whole;
}

interface Width {
  /** Whether the first line is as long as the longest. */
  readonly fills: boolean;
  /** Whether the longest lines are as long as a terminal is wide. */
  readonly isTerminal: boolean;
}

/** One line where a name goes on, else two. */
function joined(last: string, line: string, { fills, isTerminal }: Width): readonly string[] {
  const rest = line.trimStart();
  if (breaksAName(last.slice(-LONGEST_LOOK), rest)) return [last + rest];
  if (!fills || !mayBreakAName(last, rest)) return [last, line];
  return isTerminal ? [last + rest] : [last + PERHAPS_MORE, line];
}

/** A program that writes the same name again and again has lines of one length too. */
function widthOf(lines: readonly string[]): { readonly width: number; readonly isTerminal: boolean } {
  const width = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  return { width, isTerminal: lines.some(line => line.length === width && !endsInAName(line)) };
}
