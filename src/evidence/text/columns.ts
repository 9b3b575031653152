/** The columns of a table that is drawn with blanks: where each begins. */
type Columns = readonly number[];

/** A record of such a table, whose cells may go on in more lines. */
interface Row {
  readonly cells: string[];
  /** How long the last piece of each cell is. */
  readonly lengths: number[];
}

const RULE = /^\s{0,8}-{3,}(?:[- ]{0,400})$/;

/** A name of one word or more, with one blank between two words. */
const NAME = /\S{1,80}(?: \S{1,80}){0,8}/g;

/** No cell of Copilot or SAM goes on over more lines. */
const MOST_LINES = 40;

/**
 * The lines of a text, each record of a table drawn with blanks as one line, with tabs between its cells.
 *
 * Copilot and SAM draw such tables, and break a long cell into several lines. A record begins where every column is filled.
 */
export function withColumnsWhole(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const columns = RULE.test(lines[at + 1] ?? '') ? columnsOf(lines[at], lines[at + 1]) : [];
    if (columns.length < 2) {
      whole.push(lines[at]);
      continue;
    }
    const end = endOfTable(lines, at + 2, columns);
    whole.push(...rowsOf(lines.slice(at + 2, end), columns).map(({ cells }) => cells.join('\t')));
    at = end - 1;
  }
  return whole;
}

/** Where the groups of the rule begin, or else where the names above it do. */
function columnsOf(names: string, rule: string): Columns {
  const groups = [...rule.matchAll(/-{1,400}/g)];
  const marks = groups.length > 1 ? groups : [...names.slice(0, 1000).matchAll(NAME)];
  return marks.map(({ index }) => index);
}

function endOfTable(lines: readonly string[], from: number, columns: Columns): number {
  const length = lines.slice(from).findIndex(line => line.trim() === '' || RULE.test(line) || crosses(line, columns));
  return length < 0 ? lines.length : from + length;
}

/** A line that is written across a border belongs to no table. */
const crosses = (line: string, columns: Columns): boolean =>
  columns.some(start => start > 0 && line.length > start && line.charAt(start - 1) !== ' ');

function rowsOf(lines: readonly string[], columns: Columns): readonly Row[] {
  const pieces = lines.map(line => columns.map((start, column) => line.slice(start, columns[column + 1]).trimEnd()));
  const widths = columns.map((_, column) => pieces.reduce((longest, cells) => Math.max(longest, cells[column].length), 0));
  const rows: Row[] = [];
  let goesOn = 0;
  for (const cells of pieces) {
    const last = rows.at(-1);
    goesOn = cells.every(cell => cell.trim() !== '') ? 0 : goesOn + 1;
    const isNew = last === undefined || goesOn === 0 || goesOn > MOST_LINES;
    if (isNew) rows.push({ cells: cells.map(cell => cell.trim()), lengths: cells.map(({ length }) => length) });
    else cells.forEach((cell, column) => { if (cell !== '') goOn(last, column, cell, widths[column]); });
  }
  return rows;
}

/** A piece that fills its column was cut inside a word, unless a blank follows. */
function goOn({ cells, lengths }: Row, column: number, piece: string, width: number): void {
  const blank = lengths[column] === width && !piece.startsWith(' ') ? '' : ' ';
  cells[column] = `${cells[column]}${blank}${piece.trim()}`;
  lengths[column] = piece.length;
}
