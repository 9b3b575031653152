/** A part of a table that `--output table` draws: a title, and records with the names of their columns. */
interface Section {
  readonly depth: number;
  readonly title: string;
  readonly records: Record<string, unknown>[];
}

interface Row {
  readonly depth: number;
  readonly cells: readonly string[];
  readonly afterBorder: boolean;
  readonly beforeBorder: boolean;
}

/** The value of a table that the AWS CLI drew, with the nesting that it had; undefined where the text is no such table. */
export function valueOfCliTable(lines: readonly string[]): unknown {
  const [first, ...rows] = rowsOf(lines);
  if (first === undefined || !isTitle(first) || !OPERATION.test(first.cells[0])) return undefined;
  const records = recordsOf(first.cells[0], rows);
  return records.length === 1 ? records[0] : records;
}

/** Every operation has a name of several words, which stands above the table. */
const OPERATION = /^[A-Z][a-z]+[A-Z][a-z][A-Za-z]*(?:\d[A-Za-z]*)?$/;

/** The records of the outermost section, which hold those of every other. */
function recordsOf(title: string, rows: readonly Row[]): readonly Record<string, unknown>[] {
  const outermost: Section = { depth: 0, title, records: [] };
  const sections = [outermost];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (isTitle(row)) sections.push(begun(sections, row));
    else at += readRecords(rows, at, sections.at(-1)?.records ?? []);
  }
  return outermost.records;
}

function rowsOf(lines: readonly string[]): readonly Row[] {
  const drawn = lines.filter(line => /^[|+-]/.test(line));
  return drawn.flatMap((line, index) => {
    if (isBorder(line)) return [];
    const depth = /^\|+/.exec(line)?.[0].length ?? 0;
    const cells = line.slice(depth).replace(/(?<!\|)\|+\s*$/, '').split('|').map(cell => cell.trim());
    return [{ depth, cells, afterBorder: isBorder(drawn[index - 1] ?? '-'), beforeBorder: isBorder(drawn[index + 1] ?? '-') }];
  });
}

const isBorder = (line: string): boolean => /^[|+-]+$/.test(line.trim()) && line.includes('-');

const isTitle = ({ cells, afterBorder, beforeBorder }: Row): boolean =>
  cells.length === 1 && afterBorder && beforeBorder && /^[A-Za-z]\w*$/.test(cells[0]);

/** A section inside the last one that is less deep, as a field of its last record. */
function begun(sections: readonly Section[], { depth, cells: [title] }: Row): Section {
  const parent = [...sections].reverse().find(section => section.depth < depth) ?? sections[0];
  if (parent.records.length === 0) parent.records.push({});
  const [last] = parent.records.slice(-1);
  const records = Array.isArray(last[title]) ? last[title] as Record<string, unknown>[] : [];
  last[title] = records;
  return { depth, title, records };
}

/** Columns below their names, or one name and its value in each row; answers how many more rows were read. */
function readRecords(rows: readonly Row[], at: number, records: Record<string, unknown>[]): number {
  const { depth, cells, beforeBorder } = rows[at];
  const isLike = (row: Row | undefined): row is Row =>
    row !== undefined && row.depth === depth && row.cells.length === cells.length && !isTitle(row);
  const following = rows.slice(at + 1);
  const length = following.findIndex((row, index) => !isLike(row) || index > 0 && following[index - 1].beforeBorder);
  const body = following.slice(0, length < 0 ? following.length : length);
  if (beforeBorder && body.length > 0) {
    for (const row of body) records.push(Object.fromEntries(cells.map((name, column) => [name, row.cells[column]])));
    return body.length;
  }
  const pairs = beforeBorder ? [rows[at]] : [rows[at], ...body];
  if (cells.length === 2) records.push(Object.fromEntries(pairs.map(({ cells: [name, value] }) => [name, value])));
  return pairs.length - 1;
}
