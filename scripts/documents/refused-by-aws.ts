import { REFUSALS, type Refusal, type Refusals, type SaidBy } from './refusals';

/** The constraints of AWS as a document for people, with who says at synthesis that they are not met. */
export const refusedByAws = (): string => [
  '# What AWS rejects',
  '',
  'This page lists the documented constraints of the operations that create a service on Fargate, and the check that reports each at synthesis.',
  '"CDK" is a rule of the template validation of the CDK, which `hardened-fargate guardrails --template` also runs.',
  'There are no guardrails for constraints that the CDK checks.',
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
  return 'cdk' in saidBy ? `CDK: ${saidBy.cdk}` : `not visible in a template: ${saidBy.unseen}`;
}
