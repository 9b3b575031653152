import { type CauseDescription, describeCauses } from './cause-description';
import { code, generatedNotice, table } from './markdown';

/** What a cell shows where a line of defense is missing. */
const HOLE = '·';

/** DEFENSES.md: each cause against the default, the guardrails and the signature; a hole is work to do. */
export const defensesAsMarkdown = (causes: readonly CauseDescription[] = describeCauses()): string => [
  '# Defenses',
  generatedNotice,
  'This table lists up to three defenses for each cause: a default of `HardenedFargateService` that prevents it, a guardrail that '
    + `rejects a template in which it would happen, and a signature that recognizes it after a stop. ${code(HOLE)} means none.`,
  summaryOf(causes),
  table(['Cause', 'Severity', 'Default', 'Guardrails', 'Signature'], causes.map(rowOf)),
].join('\n\n') + '\n';

const rowOf = ({ id, severity, defaults, guardrails, signatures }: CauseDescription): readonly string[] => [
  `[${code(id)}](CAUSES.md#${id.replace('/', '')})`,
  severity,
  cellOf(defaults.map(({ prop, says }) => prop === null ? says : `${code(prop)}: ${says}`)),
  cellOf(guardrails.map(rule => `[${code(rule.id)}](GUARDRAILS.md#${rule.id})`)),
  cellOf(signatures.map(({ atBest }) => atBest)),
];

const cellOf = (entries: readonly string[]): string => entries.length > 0 ? entries.join('\n') : HOLE;

function summaryOf(causes: readonly CauseDescription[]): string {
  const having = (line: 'defaults' | 'guardrails' | 'signatures'): number => causes.filter(cause => cause[line].length > 0).length;
  const defaults = having('defaults');
  return `Of ${causes.length} causes, ${defaults} ${defaults === 1 ? 'has' : 'have'} a default, ${having('guardrails')} a guardrail `
    + `and ${having('signatures')} a signature.`;
}
