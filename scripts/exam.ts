import { readFileSync } from 'node:fs';
import { CAUSES } from '../src/causes/catalogue';
import { diagnose } from '../src/diagnosis/diagnose';
import type { Confidence, Diagnosis } from '../src/diagnosis/model/diagnosis';
import { readEvidence } from '../src/evidence/read/read-evidence';

/** A failure whose root cause is known; the rest of it is an evidence bundle. */
interface Case {
  readonly id: string;
  readonly cause: string;
  readonly alsoAcceptable?: readonly string[];
}

interface Answer extends Case {
  readonly diagnosis: Diagnosis;
  /** Every cause that was named, best first. */
  readonly named: readonly string[];
}

const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible'];

const [file] = process.argv.slice(2);
if (!file) throw new Error('name a file of cases, such as test/diagnosis/data/field-cases.json');

const KNOWN: ReadonlySet<string> = new Set(CAUSES.map(({ id }) => id));

/** A set that names a cause which does not exist measures nothing. */
function requireKnownCauses(cases: readonly Case[]): readonly Case[] {
  const unknown = cases.flatMap(({ id, cause, alsoAcceptable = [] }) =>
    [cause, ...alsoAcceptable].filter(one => !KNOWN.has(one)).map(one => `${id}: '${one}'`));
  if (unknown.length > 0) throw new Error(`${file} names causes that are not in the catalogue: ${unknown.join(', ')}; correct these ids`);
  return cases;
}

function answer(question: Case): Answer {
  const [diagnosis] = readEvidence(question).map(evidence => diagnose(evidence));
  return { ...question, diagnosis, named: [diagnosis.cause, ...diagnosis.alternatives.map(({ cause }) => cause)] };
}

function report(answers: readonly Answer[]): void {
  const right = answers.filter(isRight);
  console.log(`cases                        ${answers.length}`);
  console.log(`named first, acceptable      ${share(right, answers)}`);
  console.log(`named first, exactly         ${share(answers.filter(({ cause, named }) => named[0] === cause), answers)}`);
  console.log(`exactly, in the first three  ${share(answers.filter(isAmongThree), answers)}`);
  for (const confidence of CONFIDENCES) {
    const said = answers.filter(({ diagnosis }) => diagnosis.confidence === confidence);
    console.log(`${`right when ${confidence}`.padEnd(29)}${share(said.filter(isRight), said)}`);
  }
  const families = [...new Set(answers.map(familyOf))].sort();
  console.log(`\n${'family'.padEnd(12)}${['right first', ...CONFIDENCES.map(confidence => `right when ${confidence}`)].join(' | ')}`);
  for (const family of families) {
    const ofFamily = answers.filter(one => familyOf(one) === family);
    const shares = CONFIDENCES.map(confidence => ofFamily.filter(({ diagnosis }) => diagnosis.confidence === confidence))
      .map(said => share(said.filter(isRight), said));
    console.log(family.padEnd(12) + [share(ofFamily.filter(isRight), ofFamily), ...shares].join(' | '));
  }
  const missed = answers.filter(one => !isRight(one) || !isAmongThree(one));
  if (missed.length > 0) console.log('\nmisses');
  for (const { id, cause, diagnosis: { confidence }, named } of missed) {
    console.log(`  ${id.padEnd(12)} is ${cause.padEnd(30)} named ${named.slice(0, 3).join(', ')} (${confidence})`);
  }
}

const familyOf = ({ cause }: Answer): string => cause.split('/')[0];

const isRight = ({ cause, alsoAcceptable = [], named }: Answer): boolean => [cause, ...alsoAcceptable].includes(named[0]);

const isAmongThree = ({ cause, named }: Answer): boolean => named.slice(0, 3).includes(cause);

const share = (part: readonly unknown[], whole: readonly unknown[]): string =>
  whole.length === 0 ? '-' : `${part.length} of ${whole.length} (${(100 * part.length / whole.length).toFixed(1)} %)`;

report(requireKnownCauses(JSON.parse(readFileSync(file, 'utf8')) as readonly Case[]).map(answer));
