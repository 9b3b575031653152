/** The progress of a deployment as Copilot prints it, or a stopped task out of it. */
const IS_PROGRESS = new RegExp([
  String.raw`^\s{0,12}✘ Latest `,
  String.raw`\[(?:create|update|delete|rollback) (?:complete|failed|in progress)\] {1,8}\[\d`,
  String.raw`^\s{2,24}- \[[0-9a-f]{6,32}\]: [A-Z]`,
].join('|'));

/** What ECS or CloudFormation says in it: an item of a list, or a paragraph below a resource. */
const BEGINS_MESSAGE = /^(?:- (?:\(|\[[0-9a-f]{6,32})|Resource handler returned message)/;

/** What follows a message and is none of it. */
const IS_OTHER = /^(?:- |[✘✔]|Deployments$|Troubleshoot|Latest |\d\. )/;

const MOST_PIECES = 24;

/**
 * The lines of a text, each message in the progress of Copilot as one of them.
 *
 * Copilot breaks messages at a width of its own, inside of words too; a blank at the end of a piece is not seen.
 */
export function withCopilotWhole(lines: readonly string[]): readonly string[] {
  if (!lines.some(line => IS_PROGRESS.test(line))) return lines;
  const groups = groupsOf(lines);
  const width = groups.flatMap(({ pieces }) => pieces.slice(0, -1)).reduce((longest, { length }) => Math.max(longest, length), 0);
  return groups.map(({ first, pieces }) => pieces.length === 1 ? first : first.replace(pieces[0], () => joined(pieces, width)));
}

/** A line, and the pieces of the message that begins in it; a line of anything else is one piece. */
interface Group {
  readonly first: string;
  readonly pieces: string[];
}

function groupsOf(lines: readonly string[]): readonly Group[] {
  const groups: Group[] = [];
  let indentation = Infinity;
  for (const line of lines) {
    const last = groups.at(-1);
    if (last !== undefined && last.pieces.length < MOST_PIECES && goesOn(line, indentation)) {
      last.pieces.push(line.slice(indentation).trimEnd().replace(/^ {2,80}/, ''));
      continue;
    }
    const first = line.trimEnd();
    const content = first.trimStart().replace(/^- /, '');
    indentation = BEGINS_MESSAGE.test(first.trimStart()) ? first.length - content.length : Infinity;
    groups.push({ first, pieces: [content] });
  }
  return groups;
}

const goesOn = (line: string, indentation: number): boolean =>
  line.trim() !== '' && line.length - line.trimStart().length >= indentation && !IS_OTHER.test(line.trim());

const joined = (pieces: readonly string[], width: number): string => pieces.reduce((whole, piece, index) =>
  `${whole}${index > 0 && hidesBlank(pieces[index - 1], piece, width) ? ' ' : ''}${piece}`, '');

/** A piece that is shorter than the others by one sign ended with a blank; where names are blacked out, signs tell. */
const hidesBlank = (piece: string, next: string, width: number): boolean =>
  piece.length === width - 1 || piece.length < width && /[).,;:]$/.test(piece) || piece.endsWith(')') && next.startsWith('(');
