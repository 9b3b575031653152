import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve('test/diagnosis/data');

const SETS = readdirSync(FOLDER).filter(file => /^(?:field|exam)-cases/.test(file));

/** The number of a public thread, as `owner/repository#number` has it. */
const NUMBER = /#(\d+)/;

test('there are a set of field cases and thirteen exams', () => expect(SETS).toHaveLength(14));

test.each(SETS)('%s uses no public thread whose number ends in 3 or 7, which are reserved for outside checking', set => {
  const cases = JSON.parse(readFileSync(join(FOLDER, set), 'utf8')) as readonly { readonly source: string }[];
  expect(cases.map(({ source }) => source).filter(source => /[37]$/.test(NUMBER.exec(source)?.[1] ?? ''))).toEqual([]);
});
