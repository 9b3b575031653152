import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What `docs:check` holds against the code. */
const DOCUMENT = readFileSync(resolve('docs/ACCURACY.md'), 'utf8');

/** The rows of its tables: a name, cases, right first, in the first three, and right when certain, likely, possible. */
const ROWS = DOCUMENT.split('\n').filter(line => line.startsWith('| ') && line.includes(' of ')).map(line => line.split('|').map(cell => cell.trim()).slice(1, -1));

const percent = (cell = ''): number => Number(/\(([\d.]+) %\)/.exec(cell)?.[1]);

test('it has every case set and every family', () => {
  expect(ROWS.map(([name]) => name)).toEqual(expect.arrayContaining(['field-cases', 'exam-cases', 'exam-cases-9', '**all**', 'app', 'init', 'pull', 'start', 'health']));
});

test.each(ROWS.map(row => [row[0], row[4]] as const))('of %s, what is called certain is right: %s', (_, certain) => {
  expect(certain === '-' || percent(certain) === 100).toBe(true);
});

test('over all case sets, what is called likely is right in nine of ten cases', () => {
  expect(percent(ROWS.find(([name]) => name === '**all**')?.[5])).toBeGreaterThanOrEqual(90);
});

test('with the evidence of a live account, the cause is first in 97 of 100 cases, and what is called certain is always right', () => {
  const all = ROWS.find(([name]) => name === '**all, with their account**');
  expect(Number(all?.[1])).toBeGreaterThan(500);
  expect(percent(all?.[2])).toBeGreaterThanOrEqual(97);
  expect(percent(all?.[4])).toBe(100);
  expect(Number(ROWS.find(([name]) => name === 'stops with a live account')?.[1])).toBeGreaterThan(40);
});
