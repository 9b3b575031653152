import { CATALOGUE } from './catalogue';
import type { Rule } from './rule';

/** The guardrails as a document for people, printed from the words of the rules. */
export function catalogueAsMarkdown(rules: readonly Rule[] = CATALOGUE): string {
  const table = rules.map(({ id, level, title }) => `| [${id}](#${id}) | ${level} | ${title} |`);
  return [
    '# Guardrails',
    '',
    'What a Fargate service must hold before it is deployed. An error stops synthesis until it is mended or acknowledged with a reason; a warning is reported.',
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
  `${JSON.stringify(rules.map(({ id, level, judges, property, title, why, fix, see, prevents }) => ({ id, level, judges, property, title, why, fix, see, prevents })), undefined, 2)}\n`;

function ruleAsMarkdown({ id, level, title, why, fix, see, prevents }: Rule): string {
  return [
    `## ${id}`,
    '',
    `**${title}** (${level})`,
    '',
    why,
    '',
    `- To mend it: ${fix}`,
    ...(prevents.length > 0 ? [`- Prevents: ${prevents.map(cause => `\`${cause}\``).join(', ')}`] : []),
    `- To allow it on purpose: \`Validations.of(construct).acknowledge({ id: 'HardenedFargate::${id}', reason: '…' })\``,
    ...see.map(address => `- See <${address}>`),
    '',
  ].join('\n');
}
