import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LAYOUTS } from '../layout';

test('each layout has a suite', () => {
  const suites = readdirSync(__dirname).filter(name => name.endsWith('.wide.test.ts')).map(name => readFileSync(join(__dirname, name), 'utf8'));
  expect(suites.map(suite => /judgeLayout\('(.*)'\)/.exec(suite)?.[1]).sort()).toEqual(Object.keys(LAYOUTS).sort());
});
