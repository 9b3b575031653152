import { writeFileSync } from 'node:fs';
import { cfnLint } from './comparison/cfn-lint';
import { checkov } from './comparison/checkov';
import { comparisonAsMarkdown, type Compared } from './comparison/comparison-markdown';
import { installLinters } from './comparison/install-linters';
import { CDK, CDK_NAG, type Complaint, type Linted, lintCorpus } from './comparison/linted-corpus';
import { BAD } from '../test/guardrails/corpus/bad/catalogue';

/** Writes docs/COMPARISON.md. */
const installed = installLinters();
const linters = [cfnLint(installed('cfn-lint')), checkov(installed('checkov'))] as const;

const TWINS = [...new Set(BAD.map(({ twin }) => twin))];

const linted = lintCorpus([...BAD.map(({ declare }) => declare), ...TWINS]);
const said = linters.map(({ lint }) => lint(...linted.map(({ template }) => template)));

/** What a linter of templates says of the fault, by its place in the list. */
function saysOf(linter: 0 | 1, bad: Linted, good: Linted): readonly Complaint[] {
  const about = ({ template }: Linted) => said[linter].filter(complaint => complaint.template === template);
  return aboutTheFault(about(bad), about(good));
}

const compared = BAD.map<Compared>(({ sentence, foundBy, twin }, index) => {
  const bad = linted[index];
  const good = linted[BAD.length + TWINS.indexOf(twin)];
  return {
    sentence,
    foundBy,
    cdk: aboutTheFault(bad.complaints[CDK], good.complaints[CDK]),
    cdkNag: aboutTheFault(bad.complaints[CDK_NAG], good.complaints[CDK_NAG]),
    cfnLint: saysOf(0, bad, good),
    checkov: saysOf(1, bad, good),
  };
});

writeFileSync('docs/COMPARISON.md', comparisonAsMarkdown(compared, linters.map(({ name }) => name)));

/** Complaints that the same service without the fault does not get, or not as often. */
function aboutTheFault(bad: readonly Complaint[], good: readonly Complaint[]): readonly Complaint[] {
  const times = (complaints: readonly Complaint[], rule: string) => complaints.filter(complaint => complaint.rule === rule).length;
  return [...new Map(bad.map(complaint => [complaint.rule, complaint])).values()].filter(({ rule }) => times(bad, rule) > times(good, rule));
}
