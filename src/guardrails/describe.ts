import { CATALOGUE } from './catalogue';
import { counterExampleOf } from './counter-example';
import type { Rule } from './model/rule';

/** The guardrails as a document for people, printed from the words of the rules. */
export function catalogueAsMarkdown(rules: readonly Rule[] = CATALOGUE): string {
  const table = rules.map(({ id, level, title }) => `| [${id}](#${id}) | ${level} | ${title} |`);
  return [
    '# Guardrails',
    '',
    'What a Fargate service must hold before it is deployed. An error stops synthesis until it is mended or '
      + 'acknowledged with a reason; a warning is reported.',
    '',
    '| rule | level | a good service |',
    '|---|---|---|',
    ...table,
    '',
    rules.map(ruleAsMarkdown).join('\n'),
  ].join('\n');
}

/** The guardrails as data for other programs. */
export const catalogueAsJson = (rules: readonly Rule[] = CATALOGUE): string =>
  `${JSON.stringify(
    rules.map(({ id, level, judges, property, title, why, fix, see, prevents }) => ({
      id,
      level,
      judges,
      property,
      title,
      why,
      fix,
      see,
      prevents,
    })),
    undefined,
    2,
  )}\n`;

function ruleAsMarkdown(rule: Rule): string {
  const { id, level, judges, title, why, fix, see, prevents } = rule;
  return [
    `## ${id}`,
    '',
    `**${title}** (${level})`,
    '',
    why,
    '',
    `- To mend it: ${fix}`,
    ...prevents.length > 0
      ? [`- Prevents: ${prevents.map(cause => `[\`${cause}\`](CAUSES.md#${cause.replace('/', '')})`).join(', ')}`]
      : [],
    `- To allow it on purpose: \`Validations.of(construct).acknowledge({ id: 'HardenedFargate::${id}', reason: '…' })\``,
    ...see.map(address => `- See <${address}>`),
    '',
    `The smallest change of a hardened ${SUBJECTS[judges]} that breaks it:`,
    '',
    '```js',
    counterExampleOf(rule),
    '```',
    '',
  ].join('\n');
}

const SUBJECTS: Readonly<Record<Rule['judges'], string>> = {
  service: 'service',
  task: 'task',
  container: 'container',
  targetGroup: 'target group',
  listener: 'listener',
  loadBalancer: 'load balancer',
  cluster: 'cluster',
};
