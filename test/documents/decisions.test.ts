import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENTS, ROOT } from './documents';

const FOLDER = 'docs/decisions';

const INDEX = DOCUMENTS.find(({ file }) => file === `${FOLDER}/README.md`)?.text ?? '';
const DECISIONS = DOCUMENTS.filter(({ file }) => file.startsWith(`${FOLDER}/0`));

const DATE = /^\*\*Date\.\*\* (\d{4}-\d\d-\d\d)(?:, changed (\d{4}-\d\d-\d\d))?\. \*\*Status\.\*\* (.+)\.$/m;

/** One or more decisions, each by its number and its file. */
const LINKS = String.raw`\[\d+\]\(\d{4}-[a-z-]+\.md\)(?:(?:, |,? and )\[\d+\]\(\d{4}-[a-z-]+\.md\))*`;
const STATUS = new RegExp(`^(?:Accepted(?:; (?:amended by|extends) ${LINKS})*|Superseded by ${LINKS})$`);

const PARTS = ['Context', 'Decision', 'Consequences'];

const numberOf = (file: string): number => Number(file.slice(FOLDER.length + 1, FOLDER.length + 5));

test('there are decisions', () => expect(DECISIONS.length).toBeGreaterThan(40));

describe.each(DECISIONS)('$file', ({ file, text }) => {
  const [, date = '', changed = date, status = ''] = DATE.exec(text) ?? [];

  test('has the number of its file', () => expect(text).toMatch(new RegExp(`^# ${numberOf(file)}\\. `)));

  test('has a date that exists, and was not changed before it', () => {
    expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
    expect(changed >= date).toBe(true);
  });

  test('has a status of the known kinds, which names decisions that exist by their numbers', () => {
    expect(status).toMatch(STATUS);
    const named = [...status.matchAll(/\[(\d+)\]\(((\d{4})-[^)]+)\)/g)];
    expect(named.filter(([, number, target, begin]) => Number(begin) !== Number(number) || !existsSync(join(ROOT, FOLDER, target)))).toEqual([]);
  });

  test('names later decisions as those that amend or supersede it, and earlier ones as those that it extends', () => {
    const own = numberOf(file);
    const numbersIn = (part: string | undefined) => [...(part ?? '').matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));
    const parts = status.split('; ');
    expect(parts.filter(part => /^(?:amended|Superseded) by/.test(part)).flatMap(numbersIn).filter(number => number <= own)).toEqual([]);
    expect(parts.filter(part => part.startsWith('extends')).flatMap(numbersIn).filter(number => number >= own)).toEqual([]);
  });

  test('has a context, a decision and its consequences, in this order', () => {
    const found = [...text.matchAll(/^\*\*([A-Z][a-z]+)\.\*\*(?: |$)/gm)].map(([, part]) => part);
    expect(found.filter(part => PARTS.includes(part))).toEqual(PARTS);
  });
});

test('the index lists every decision once, in order, with its title and its date', () => {
  const rows = [...INDEX.matchAll(/^\| (\d+) \| \[(.+)\]\(([^)]+)\) \| (\S+) \|$/gm)].map(([, ...cells]) => cells);
  expect(rows).toEqual(DECISIONS.map(({ file, text }) => {
    const [, number, title] = /^# (\d+)\. (.+)$/m.exec(text)!;
    return [number, title, file.slice(FOLDER.length + 1), DATE.exec(text)![1]];
  }));
});

test.each(['Draft', 'In force', 'Accepted; superseded', 'Superseded', 'Superseded by decision 3', 'Accepted; amended by [3](three.md)'])(
  '"%s" is no status', status => expect(status).not.toMatch(STATUS));

test.each([
  'Accepted', 'Superseded by [3](0003-facts-from-templates.md)',
  'Accepted; extends [1](0001-forms-filled-in.md); amended by [3](0003-facts-from-templates.md), [4](0004-unknown-is-a-value.md), and [5](0005-bundled-sdk.md)',
])('"%s" is a status', status => expect(status).toMatch(STATUS));
