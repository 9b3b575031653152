/**
 * Changes a sample of the source, one small change at a time, and counts the changes that make a test fail.
 *
 * `npm run test:mutation -- --seed 16 --each 6 --folder diagnosis` takes six changes of one folder; without arguments all folders have their turn,
 * but for the command line: its tests run the bundle in a process of its own, as users do, and see no change that is made to a source.
 * It is the sample that is fixed, not the time: it asks the related tests of each change, so run it with patience, or over night.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutantsOf } from './mutants';
import { relatedTests } from './related-tests';
import { sample } from './sample';
import { jest } from '../../package.json';

const ROOT = resolve(__dirname, '..', '..');
const LONGEST_MINUTES = 10;

/** What the tests see as a bundle only. */
const BUNDLED: readonly string[] = ['cli'];

const { values } = parseArgs({ options: { seed: { type: 'string', default: '16' }, each: { type: 'string', default: '10' }, folder: { type: 'string' } } });

const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);
const scores = folders.filter(name => values.folder === undefined ? !BUNDLED.includes(name) : values.folder === name).map(scoreOf);

for (const { folder, killed, survived } of scores) console.log(`${folder.padEnd(14)} ${killed} of ${killed + survived}`);
const [killed, survived] = [scores.reduce((sum, score) => sum + score.killed, 0), scores.reduce((sum, score) => sum + score.survived, 0)];
console.log(`${Math.round(100 * killed / (killed + survived))} % of ${killed + survived} mutants died (seed ${values.seed})`);

function scoreOf(folder: string): { readonly folder: string; readonly killed: number; readonly survived: number } {
  const files = readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).sort();
  const mutants = sample(files.flatMap(name => mutantsOf(join(ROOT, 'src', folder, name))), Number(values.each), Number(values.seed));
  const survivors = mutants.filter(mutant => !dies(mutant));
  return { folder, killed: mutants.length - survivors.length, survived: survivors.length };
}

/** A run that does not end is a death, too. */
function dies(mutant: Mutant): boolean {
  const isDead = relatedTests(ROOT, mutant.file).some(tests => run(mutant, tests) !== 0);
  console.log(`${isDead ? 'died    ' : 'SURVIVED'} ${relative(ROOT, mutant.file)} ${mutant.title}`);
  return isDead;
}

function run(mutant: Mutant, tests: readonly string[]): number | null {
  const transform = JSON.stringify(Object.fromEntries(
    Object.entries(jest.transform).map(([files, [, options]]) => [files, [join(__dirname, 'mutating-transformer.cjs'), options]]),
  ));
  return spawnSync(join(ROOT, 'node_modules/.bin/jest'), ['--bail', '--silent', '--transform', transform, '--runTestsByPath', ...tests], {
    cwd: ROOT,
    env: { ...process.env, MUTANT: JSON.stringify(mutant), CDK_VALIDATION: 'false', FUZZ_SEED: '16' },
    stdio: 'ignore',
    timeout: LONGEST_MINUTES * 60_000,
  }).status;
}
