/**
 * Changes a sample of the source, one small change at a time, and counts the changes that make a test fail.
 *
 * `npm run test:mutation -- --seed 16 --each 6 --folder diagnosis` takes six changes of one folder; without arguments all folders have their turn.
 * The sample is fixed, not the time: it runs the related tests of each change, so run it with patience, or over night.
 */
import { readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutantsOf } from './mutants';
import { MutatedCopy } from './mutated-copy';
import { relatedTests } from './related-tests';
import { sample } from './sample';

const ROOT = resolve(__dirname, '..', '..');

/** Folders whose tests run a bundle in a process of its own, as AWS Lambda or a user does: a change of the source has to be in it. */
const BUNDLED: readonly string[] = ['analyzer', 'cli', 'jobs', 'widget'];

const { values } = parseArgs({ options: { seed: { type: 'string', default: '16' }, each: { type: 'string', default: '10' }, folder: { type: 'string' } } });

const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);
const copy = new MutatedCopy(ROOT);
process.once('exit', () => copy.remove());
const scores = folders.filter(name => values.folder === undefined || values.folder === name).map(scoreOf);

for (const { folder, killed, survived } of scores) console.log(`${folder.padEnd(14)} ${killed} of ${killed + survived}`);
const [killed, survived] = [scores.reduce((sum, score) => sum + score.killed, 0), scores.reduce((sum, score) => sum + score.survived, 0)];
console.log(`${Math.round(100 * killed / (killed + survived))} % of ${killed + survived} mutants died (seed ${values.seed})`);

function scoreOf(folder: string): { readonly folder: string; readonly killed: number; readonly survived: number } {
  const files = readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).sort();
  const mutants = sample(files.flatMap(name => mutantsOf(ROOT, join('src', folder, name))), Number(values.each), Number(values.seed));
  const survivors = mutants.filter(mutant => !dies(mutant));
  return { folder, killed: mutants.length - survivors.length, survived: survivors.length };
}

/** A run that does not end is a death, too. */
function dies(mutant: Mutant): boolean {
  const isDead = copy.with(mutant, () => diesInSource(mutant) || diesInBundle(mutant));
  console.log(`${isDead ? 'died    ' : 'SURVIVED'} ${mutant.file} ${mutant.title}`);
  return isDead;
}

function diesInSource({ file }: Mutant): boolean {
  return relatedTests(copy.folder, file).some(tests => copy.fails('jest', '--bail', '--runTestsByPath', ...tests));
}

function diesInBundle({ file }: Mutant): boolean {
  const [, folder] = file.split(sep);
  if (!BUNDLED.includes(folder)) return false;
  try {
    return copy.fails('projen', 'bundle') || copy.fails('jest', '--bail', `test/${folder}/`);
  } finally {
    copy.takeBundles();
  }
}
