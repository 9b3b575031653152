import { REFUSALS, type Refusal, type Refusals, type SaidBy } from './refusals';

/** The constraints of AWS as a document for people, with who says at synthesis that they are not met. */
export const refusedByAws = (): string => [
  '# What AWS rejects',
  '',
  'The documented constraints of the operations that create a service on Fargate, and who reports at synthesis what breaks them.',
  '"CDK" is the template validation in the CDK by the number of its rule, which `hardened-fargate guardrails --template` runs too.',
  'What stands there is not written again as a guardrail.',
  '',
  ...REFUSALS.flatMap(tableOf),
].join('\n');

const tableOf = ({ operation, folder, constraints }: Refusals): readonly string[] => [
  `## ${operation}`,
  '',
  '| AWS rejects | reported by |',
  '|---|---|',
  ...constraints.map(([rejected, page, saidBy]: Refusal) => `| [${rejected}](${folder}${page}) | ${inWords(saidBy)} |`),
  '',
];

function inWords(saidBy: SaidBy): string {
  if ('guardrail' in saidBy) return `[${saidBy.guardrail}](GUARDRAILS.md#${saidBy.guardrail})`;
  return 'cdk' in saidBy ? `CDK: ${saidBy.cdk}` : `cannot be seen in a template: ${saidBy.unseen}`;
}
