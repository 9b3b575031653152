/** Escape sequences of a terminal: colors, cursor movements and links. */
// eslint-disable-next-line no-control-regex
const ESCAPES = /\u001b(?:\[[0-9;?]{0,20}[ -/]{0,4}[@-~]|\][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/** The lines of a text as a person sees them: without colors, with one kind of line end. */
export const linesOf = (text: string): readonly string[] => text
  .replace(ESCAPES, '')
  .replace(/\r\n?/g, '\n')
  .split('\n')
  .map(line => line.trimEnd());

/** Frames and gutters that tools draw around their words. */
const GUTTER = /^[\s│|╷╵┃║]{0,8}(?=\S)/;

/** A line without the gutter of Terraform, the mark of GitHub Actions and the time of a build log. */
export const withoutGutter = (line: string): string => line
  .replace(/^\d{4}-\d\d-\d\dT[\d:.]{8,20}Z? (?=##\[|Error|error|╷|│)/, '')
  .replace(GUTTER, '')
  .replace(/^##\[error\](?:Error: )?/, 'Error: ');

/** What opens and closes a block of code in Markdown. */
const FENCE = /^\s{0,12}(?:`{3,5}|~{3,5})[\w+-]{0,20}$/;

/** The lines of Markdown without what fences its blocks. */
export const withoutFences = (lines: readonly string[]): readonly string[] => lines.map(line => FENCE.test(line) ? '' : line);

/** The lines of a comment in a program or a configuration without its marks, where most lines are of comments. */
export function withoutCommentMarks(lines: readonly string[]): readonly string[] {
  const commented = lines.filter(line => COMMENT.test(line)).length;
  const written = lines.filter(line => line.trim() !== '').length;
  return commented > 0 && commented * 2 > written ? lines.map(line => line.replace(COMMENT, '')) : lines;
}

const COMMENT = /^\s{0,80}(?:#|\/\/)(?: |$)/;

/** The lines of a mail without the marks of what it quotes, where most of them have one. */
export function withoutQuoteMarks(lines: readonly string[]): readonly string[] {
  const quoted = lines.filter(line => /^> ?\S/.test(line));
  if (quoted.length < 2 || quoted.length * 2 < lines.filter(line => line !== '').length) return lines;
  return lines.map(line => line.replace(/^(?:> ?){1,6}/, ''));
}
