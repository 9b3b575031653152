import { writeFileSync } from 'node:fs';
import { cfnLint, portedCfnLint } from './comparison/cfn-lint';
import { comparisonAsMarkdown, type Compared } from './comparison/comparison-markdown';
import { CDK, CDK_NAG, type Complaint, type Linted, lintCorpus } from './comparison/linted-corpus';
import { BAD } from '../test/guardrails/corpus/bad/catalogue';

/** Writes docs/COMPARISON.md, with cfn-lint itself when the path of its executable is given, else with its rules in AWS's own port. */
const [executable] = process.argv.slice(2);
const linter = executable === undefined ? portedCfnLint() : cfnLint(executable);

const TWINS = [...new Set(BAD.map(({ twin }) => twin))];

const linted = lintCorpus([...BAD.map(({ declare }) => declare), ...TWINS]);
const linting = new Map<Linted, readonly Complaint[]>(linted.map(one => [one, linter.lint(one.template)]));

const compared = BAD.map<Compared>(({ sentence, foundBy, twin }, index) => {
  const bad = linted[index];
  const good = linted[BAD.length + TWINS.indexOf(twin)];
  return {
    sentence,
    foundBy,
    cdk: aboutTheFault(bad.complaints[CDK], good.complaints[CDK]),
    cdkNag: aboutTheFault(bad.complaints[CDK_NAG], good.complaints[CDK_NAG]),
    cfnLint: aboutTheFault(linting.get(bad) ?? [], linting.get(good) ?? []),
  };
});

writeFileSync('docs/COMPARISON.md', comparisonAsMarkdown(compared, linter.name));

/** Complaints that the same service without the fault does not get, or not as often. */
function aboutTheFault(bad: readonly Complaint[], good: readonly Complaint[]): readonly Complaint[] {
  const times = (complaints: readonly Complaint[], rule: string) => complaints.filter(complaint => complaint.rule === rule).length;
  return [...new Map(bad.map(complaint => [complaint.rule, complaint])).values()].filter(({ rule }) => times(bad, rule) > times(good, rule));
}
