import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Complaint } from './linted-corpus';
import { CATALOGUE } from '../../src/guardrails/catalogue';

/** One bad configuration, and what each tool says about its fault. */
export interface Compared {
  readonly sentence: string;
  readonly foundBy: readonly string[];
  readonly cdk: readonly Complaint[];
  readonly cdkNag: readonly Complaint[];
  readonly cfnLint: readonly Complaint[];
  readonly checkov: readonly Complaint[];
}

const NOTHING = '–';

const RULES = new Set(CATALOGUE.map(({ id }) => id));

/** The comparison as a document for people. */
export function comparisonAsMarkdown(compared: readonly Compared[], linters: readonly string[]): string {
  const columns = ['configuration', 'guardrail', 'CDK, strict', 'cfn-lint', 'checkov', 'cdk-nag, AwsSolutions'];
  const rows = compared.map(one => [
    one.sentence, one.foundBy.map(guardrail).join(', '), ...[one.cdk, one.cfnLint, one.checkov, one.cdkNag].map(complaints),
  ]);
  return [
    '# Comparison',
    '',
    'This page compares the findings of several tools for services that each have one problem in their configuration. `npm run compare`',
    'generates it from the configurations in `test/guardrails/corpus/bad`. The tests of the guardrails use the same configurations.',
    '',
    `The tools are aws-cdk-lib ${versionOf('aws-cdk-lib')} with \`@aws-cdk/core:validateAgainstDefaultRules\` and its annotations, cdk-nag ${versionOf('cdk-nag')},`,
    `and from the Python Package Index, ${linters.join(' and ')}. Without an account at its vendor, checkov reports no severities.`,
    'The table shows every error or warning that a tool reports for the service with the problem, but not for the same service without the',
    'problem. The message might not name the problem.',
    '',
    summary(compared),
    '',
    `| ${columns.join(' | ')} |`,
    `|${'---|'.repeat(columns.length)}`,
    ...rows.map(cells => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}

function summary(compared: readonly Compared[]): string {
  const count = (says: (one: Compared) => readonly unknown[]) => compared.filter(one => says(one).length > 0).length;
  const tools = [
    `the guardrails find ${count(({ foundBy }) => foundBy.filter(id => RULES.has(id)))}`,
    `the CDK reports ${count(({ cdk }) => cdk)} and stops ${count(({ cdk }) => cdk.filter(stops))}`,
    `cfn-lint reports ${count(({ cfnLint }) => cfnLint)}`,
    `checkov reports ${count(({ checkov }) => checkov)}`,
    `cdk-nag reports ${count(({ cdkNag }) => cdkNag)}`,
  ];
  return `Of ${compared.length} configurations, ${tools.join('; ')}.`;
}

const stops = ({ severity }: Complaint): boolean => severity === 'error' || severity === 'fatal';

const guardrail = (id: string): string => RULES.has(id) ? `[${id}](GUARDRAILS.md#${id})` : `${id} (not yet)`;

const complaints = (list: readonly Complaint[]): string =>
  list.length === 0 ? NOTHING : [...new Set(list.map(complaint => `${shortName(complaint)}${stops(complaint) ? '' : ' (warning)'}`))].join(', ');

/** Without what cdk-nag adds in brackets and every tool says of itself. */
const shortName = ({ rule }: Complaint): string => rule.replace(/\[.*\]$/s, '').replace(/^(AwsSolutions-|Annotation::@aws-cdk\/)/, '');

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join(__dirname, '..', '..', 'node_modules', name, 'package.json'), 'utf8')) as { readonly version: string }).version;
