import { kindOf } from './kind-of-secret';
import { type Marks, PUT_ASIDE } from './marks/marks';
import { isHarmless } from './values/harmless-value';
import { secretName } from '../../aws/secret-names';

/** What separates the columns of psql and MySQL, of `--output text`, of an export, and of kubectl; a sentence has blanks behind it. */
const SEPARATORS: readonly RegExp[] = [/[|│┃]/, /\t/, /;(?! )/, /,(?! )/, / {2,}/];

/** Most lines have none of them. */
const ANY_SEPARATOR = /[|│┃\t]|[;,](?! )| {2}/;

/** What was found before; a rest beside it belongs to the same secret. */
const IS_ASIDE = new RegExp(`^(?:[${PUT_ASIDE.charAt(0)}]\\d+[${PUT_ASIDE.charAt(1)}])+$`);

/** A line that is drawn between the head of a table and its rows. */
const RULE = /^[\s|+=─┼├┤-]{3,}$/;

/** The name of a column, perhaps in quotes. */
const COLUMN = /^\\{0,4}["'`]?[\p{L}_][\p{L}\p{N}\p{M}_.-]{0,60}\\{0,4}["'`]?$/u;

/** What else stands in the cell of the first or the last column, where a message quotes the table. */
const NO_LETTER = /[^\p{L}\p{N}\p{M}_.-]+/u;

/** The record that psql writes with each column on a line of its own. */
const RECORD = /^-\[ RECORD \d{1,9} \]/m;
const FIELD = /^([\p{L}_][\p{L}\p{N}\p{M}_]{0,62}) {0,62}\| (.{1,512})$/gmu;

interface Table {
  readonly separator: RegExp;
  /** How many cells a row has at least. */
  readonly width: number;
  /** The names of the columns that hold secrets, by their place. */
  readonly secret: ReadonlyMap<number, string>;
}

/** The text without the values in those columns of its tables that have the name of a secret. */
export function withoutTableSecrets(text: string, marks: Marks): string {
  if (!text.includes('\n') || !ANY_SEPARATOR.test(text)) return text;
  const records = RECORD.test(text)
    ? text.replace(FIELD, (whole, name: string, value: string) =>
      secretName(name) === 'certain' ? whole.slice(0, -value.length) + hidden(value, name, marks) : whole)
    : text;
  let table: Table | undefined;
  return records.split('\n').map(line => {
    if (table !== undefined && RULE.test(line)) return line;
    const row = table && withoutColumns(line, table, marks);
    if (row === undefined) table = headOf(line);
    return row ?? line;
  }).join('\n');
}

/** The table that begins with this line, if it names a column of secrets. */
function headOf(line: string): Table | undefined {
  if (!ANY_SEPARATOR.test(line)) return undefined;
  for (const separator of SEPARATORS) {
    const names = namesAtTheEnd(line.split(separator).map(cell => cell.trim()));
    const secret = new Map([...names.entries()].filter(([, name]) => secretName(unquoted(name)) === 'certain'));
    if (secret.size > 0 && names.filter(name => name !== '').length > 1) return { separator, width: names.length, secret };
  }
  return undefined;
}

/** The names of the columns, before which a message may have other words. */
function namesAtTheEnd(cells: readonly string[]): readonly string[] {
  const last = cells.length - 1;
  const names = [wordsIn(cells[last])[0] ?? ''];
  for (let index = last - 1; index >= 0; index--) {
    const isName = cells[index] === '' || COLUMN.test(cells[index]);
    names.unshift(isName ? cells[index] : wordsIn(cells[index]).at(-1) ?? '');
    if (!isName) return COLUMN.test(names[0]) ? names : [];
  }
  return names;
}

const wordsIn = (cell: string): readonly string[] => cell.split(NO_LETTER).filter(word => word !== '');

/** The row without its secrets; undefined for a line that is no row of the table. */
function withoutColumns(line: string, { separator, width, secret }: Table, marks: Marks): string | undefined {
  const cells = line.split(separator);
  if (cells.length < width) return undefined;
  const gaps = [...line.matchAll(new RegExp(separator, 'gu'))].map(([gap]) => gap);
  return cells.map((cell, column) => {
    const name = secret.get(column);
    const value = cell.trim();
    return (name === undefined ? cell : cell.replace(value, () => hidden(value, name, marks))) + (gaps[column] ?? '');
  }).join('');
}

const hidden = (value: string, name: string, marks: Marks): string =>
  isHarmless(unquoted(value), true) || IS_ASIDE.test(value) ? value : marks.hide(kindOf(name), value);

const unquoted = (cell: string): string => cell.replace(/^["'`]|["'`]$/g, '');
