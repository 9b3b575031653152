import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gatherEvidence } from '../../../src/cli/input/gather-evidence';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { expected } from '../data/raw-forms/expected.json';

const FOLDER = join(__dirname, '../data/raw-forms');
const FILES = readdirSync(FOLDER).filter(file => file !== 'expected.json').sort();
const ALLOWED: Readonly<Record<string, readonly string[]>> = expected;

test('each of the 24 forms has its expectation', () => {
  expect(FILES).toHaveLength(24);
  expect(Object.keys(ALLOWED).sort()).toEqual(FILES);
});

test.each(FILES)('%s is read, and its cause is named first', async file => {
  const { evidence, unreadable } = await gatherEvidence([join(FOLDER, file)]);
  const causes = evidence.map(stop => diagnose(stop).cause);
  const said = causes.length > 0 ? causes : unreadable.map(({ message }) => message);
  expect(said.length).toBeGreaterThan(0);
  for (const one of said) expect(ALLOWED[file].some(pattern => matches(one, pattern))).toBe(true);
});

function matches(said: string, pattern: string): boolean {
  if (pattern.startsWith('exit 2')) return /MISSING: ECS forgets a stopped task/.test(said);
  return pattern.endsWith('*') ? said.startsWith(pattern.slice(0, -1)) : said === pattern;
}
