import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, answer, type Case, CONFIDENCES, familyOf, isAmongThree, isRight, requireKnownCauses, share } from './exam/answers';

const SETS = 'test/diagnosis/data';
const chosen = process.argv.slice(2);

/** All sets of cases, unless some are chosen. */
const files = chosen.length > 0 ? chosen : readdirSync(SETS).filter(name => name.includes('-cases')).map(name => join(SETS, name));

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

report(files.flatMap(file => requireKnownCauses(file, JSON.parse(readFileSync(file, 'utf8')) as readonly Case[])).map(answer));
