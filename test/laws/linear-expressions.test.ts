import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import { composedBy, type Expression, literalsIn } from './expressions';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).map(file => join('src', file));

/** Of these folders every file can be loaded by itself, and they alone put expressions together from parts. */
const PURE = ['src/aws/', 'src/causes/', 'src/diagnosis/', 'src/evidence/', 'src/report/'];

const isPure = (file: string): boolean => PURE.some(folder => file.startsWith(folder)) && !file.endsWith('.sdk.ts');

const all = [...sources.flatMap(literalsIn), ...composedBy(sources.filter(isPure))];

/**
 * Whether somebody can write a text on which the expression works longer than in proportion to its length.
 *
 * The rest of a pattern that the analysis cannot rule out, such as `$` after `.*`, is judged by its parts.
 */
const isSlow = ({ source, flags }: Expression): boolean => analyse({ source, flags }, { maxReports: 1 }).reports.length > 0;

test('every expression of the source is known', () => {
  expect(all.length).toBeGreaterThan(600);
  expect(all.some(({ where }) => where === join('src', 'evidence', 'clean', 'redact.ts'))).toBe(true);
});

test('an expression that tracks back is found', () => {
  expect(isSlow({ source: '(?:a+)+$', flags: '', where: '' })).toBe(true);
  expect(isSlow({ source: '\\s*x', flags: '', where: '' })).toBe(true);
});

test('no expression takes longer than in proportion to its text', () => {
  expect(all.filter(isSlow).map(({ where, source, flags }) => `${where} /${source}/${flags}`)).toEqual([]);
});
