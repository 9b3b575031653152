/** A shorter line is no line that a terminal or a mailer broke. */
const SHORTEST_LINE = 40;
const MOST_LINES = 16;

/** What begins something else: a time, a level, a label of the console, a row of a table, a line of a stack trace. */
const BEGINS_ANEW = new RegExp(`^(?:${[
  String.raw`\[?\d{4}[-/]\d\d|\[?\d\d:\d\d|\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL)\b`,
  String.raw`[A-Z][a-z]+(?: [a-z]+){0,3}:?$|[A-Z_]{4,}$|[A-Z][A-Z0-9]{2,}\t|at \S+[(:]`,
  String.raw`(?!User:|\w{0,40}(?:Error|Exception):)[A-Z][\w-]{1,40}[:=] |[|│├└╷╵+-]`,
  String.raw`(?:[A-Z][\w-]{1,20} ){1,2}[A-Z][\w-]{1,20}: `,
].join('|')})`);

/** Sentences with which ECS goes on, also where a line ends with the sentence before. */
const GOES_ON = new RegExp([
  '^Reason: |^There is a connection issue|^Check your |^Please (?:check|verify|try)|^The task cannot ',
  '^RequestError: |^operation error ',
].join('|'));

/**
 * The lines of a text, each message of ECS that something broke into lines as one of them, with its line breaks.
 *
 * A line goes on in the next one where the next word would not have had room in it.
 */
export function withMessagesWhole(lines: readonly string[], beginsMessage: (line: string) => boolean): readonly string[] {
  const whole: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const count = beginsMessage(lines[index].trim()) ? linesOfMessage(lines.slice(index, index + MOST_LINES), beginsMessage) : 1;
    whole.push(lines.slice(index, index + count).map((line, place) => place === 0 ? line : line.trim()).join('\n'));
    index += count - 1;
  }
  return whole;
}

function linesOfMessage(lines: readonly string[], beginsMessage: (line: string) => boolean): number {
  let width = SHORTEST_LINE;
  const quoted = linesInQuotes(lines);
  const ends = lines.findIndex((line, index) => {
    width = Math.max(width, line.length);
    const next = (lines[index + 1] ?? '').trim();
    if (index + 1 < quoted || GOES_ON.test(next)) return false;
    return !isFull(line, next, width) || isOther(line, next, beginsMessage);
  });
  return ends < 0 ? lines.length : ends + 1;
}

/** How many lines stand in quotation marks that open before the message and close at the end of a line; 0 without them. */
function linesInQuotes(lines: readonly string[]): number {
  if (!/^\s{0,12}["“]/.test(lines[0])) return 0;
  const blank = lines.findIndex(line => line.trim() === '');
  return lines.slice(0, blank < 0 ? lines.length : blank).findIndex(line => /["”][.,]?$/.test(line)) + 1;
}

const isFull = (line: string, next: string, width: number): boolean =>
  next !== '' && line.length + 1 + (/^\S*/.exec(next)?.[0].length ?? 0) > width && !ENDS.test(line);

/** What ends a sentence, and a sentence that ECS writes without such an end. */
const ENDS = /(?:[.!?]["')]?|Essential container in task exited)$/;

const isOther = (line: string, next: string, beginsMessage: (line: string) => boolean): boolean =>
  BEGINS_ANEW.test(next) || !/[:,(]$/.test(line) && /^[^a-z]/.test(next) && beginsMessage(next);
