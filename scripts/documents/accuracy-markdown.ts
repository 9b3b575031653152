import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Answer, answer, type Case, CONFIDENCES, familyOf, isAmongThree, isRight, requireKnownCauses, share } from '../exam/answers';
import { answersWithAccount, liveAnswers } from '../exam/live-answers';

const FOLDER = resolve('test/diagnosis/data');

/** A file of failures with their causes, and what was named for each. */
interface CaseSet {
  readonly name: string;
  readonly answers: readonly Answer[];
}

/** How often the diagnosis is right, over all case sets, as a document. */
export async function accuracyAsMarkdown(): Promise<string> {
  const sets = caseSets();
  const all = sets.flatMap(({ answers }) => answers);
  const [quoted, asked] = [answersWithAccount(all), await liveAnswers()];
  const families = [...new Set(all.map(familyOf))].sort();
  return `# How accurate the diagnosis is

Each case is a failure that was reported in public, with the root cause that was confirmed there. A cause is right when it is the confirmed one, or one that the case names as acceptable. \`npm run exam\` prints the same for any file of cases.

## Case sets

| case set | cases | right first | in the first three |${headings()}
|---|---:|---:|---:|${'---:|'.repeat(CONFIDENCES.length)}
${[...sets, { name: '**all**', answers: all }].map(({ name, answers }) => row(name, answers)).join('\n')}

## Families

The family is that of the confirmed cause.

| family | cases | right first | in the first three |${headings()}
|---|---:|---:|---:|${'---:|'.repeat(CONFIDENCES.length)}
${families.map(family => row(family, all.filter(one => familyOf(one) === family))).join('\n')}

## Misses

${misses(all)}

## With the evidence of a live account

A live account has evidence that reporters did not quote, such as a missing route or a missing image. This table shows the same case sets with that evidence, and ${asked.length} stops whose account the collectors read (\`npm test\` reads the same accounts over the wire protocols of AWS). An account without a trace of a cause adds nothing.

| stops | cases | right first | in the first three |${headings()}
|---|---:|---:|---:|${'---:|'.repeat(CONFIDENCES.length)}
${row('case sets, with their account', quoted)}
${row('stops with a live account', asked)}
${row('**all, with their account**', [...quoted, ...asked])}

Misses of these:

${misses([...quoted, ...asked])}

The additional evidence is derived from the confirmed cause (\`scripts/exam/held-by-account.ts\`). The table therefore shows the effect of the evidence. It does not show how often an account has it.

## Origin and limits of the case sets

- \`field-cases\` contains failures from issue trackers and forums. Each \`exam-cases\` file was collected later. Its causes were labeled before the diagnosis first ran on it.
- After each first run, the causes of all misses were fixed. The tables therefore show known failures. Expect lower numbers for new failures: an earlier version named the cause first in 84% of 74 new failures, and in the first three in 89%. On its first run, \`exam-cases-11\` had the cause first in 33 of 40 failures, in the first three in 36, and every certain one right. On its first run, \`exam-cases-12\` had it first in 33 of 46, in the first three in 34, and every certain one right (3). Of 31 of its tickets, pasted with the words around the evidence, 22 led to the cause, and 2 were not read at all.
- Of 65 texts from public pages, pasted as they are, 48 led to the cause on their first run, and 3 were not read at all. No wrong cause was certain. After the fixes, 9 of 12 other texts led to the cause on their first run.
- \`exam-cases-13\` was collected from frameworks and failures that the other sets hardly have. On its first run, the cause was first in 21 of 49, in the first three in 24, and only 2 of 5 certain ones were right.
- The reporters chose what to quote: often one message without the log. If the quote does not show the cause, the case has several acceptable causes.
- Public threads whose number ends in 3 or 7 are in no set: they are reserved for checks that this project does not see.
- Causes that people rarely report in public, such as scale-in, have few cases. A percentage of few cases has little meaning, so the tables also show the numbers.
- Two people can label the same report differently. The labels follow what the reporter confirmed as the fix.
`;
}

const caseSets = (): readonly CaseSet[] => readdirSync(FOLDER)
  .filter(file => /^(?:field|exam)-cases(?:-\d+)?\.json$/.test(file))
  .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  .map(file => ({
    name: file.replace('.json', ''),
    answers: requireKnownCauses(file, JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as readonly Case[]).map(answer),
  }));

const headings = (): string => CONFIDENCES.map(confidence => ` right when ${confidence} |`).join('');

const row = (name: string, answers: readonly Answer[]): string => `| ${[
  name,
  answers.length,
  share(answers.filter(isRight), answers),
  share(answers.filter(isAmongThree), answers),
  ...CONFIDENCES
    .map(confidence => answers.filter(({ diagnosis }) => diagnosis.confidence === confidence))
    .map(said => share(said.filter(isRight), said)),
].join(' | ')} |`;

const misses = (answers: readonly Answer[]): string => answers.filter(one => !isRight(one))
  .map(({ id, cause, diagnosis: { confidence }, named }) => `- \`${id}\` is \`${cause}\`; named \`${named.slice(0, 3).join('`, `')}\` (${confidence})`)
  .join('\n') || 'None.';
