import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../src/guardrails/catalogue';

const FOLDER = join(__dirname, '..', 'guardrails');

const OF_ONE_RULE = new Set(readdirSync(join(FOLDER, 'rules')));

/** Tables of ways to break rules; each way begins with the id of its rule. */
const TABLES = readdirSync(FOLDER).filter(name => /^(?:broken-.*|refused-.*|unreachable)\.test\.ts$/.test(name))
  .map(name => readFileSync(join(FOLDER, name), 'utf8'));

const waysIn = (table: string, id: string): number => table.split(`\n  ['${id}', '`).length - 1;

test.each(CATALOGUE.map(({ id }) => id))('%s has a test that is named after it, or a table of ways to break it', id => {
  const ways = TABLES.reduce((sum, table) => sum + waysIn(table, id), 0);
  expect(OF_ONE_RULE.has(`${id}.test.ts`) || ways > 0).toBe(true);
});

test('each test that is named after a rule is of one that exists, and says so', () => {
  const ids = CATALOGUE.map(({ id }) => `${id}.test.ts`);
  expect([...OF_ONE_RULE].filter(file => !ids.includes(file))).toEqual([]);
});

test('no table is empty, so that a renamed one is missed', () => {
  expect(TABLES).not.toEqual([]);
  expect(TABLES.map(table => /\n {2}\['[a-z-]+', '/.test(table))).not.toContain(false);
});
