import { type CauseDescription, describeCauses } from './cause-description';
import { groupsOf } from './cause-groups';
import { block, code, generatedNotice, prose } from './markdown';
import { sightingLines } from './sighting-lines';
import type { Signature } from '../../diagnosis/model/signature';
import type { Evidence } from '../../evidence/model/evidence';

/** CAUSES.md: every cause, how it is recognized, what to do and what stands against it. */
export const causesAsMarkdown = (causes: readonly CauseDescription[] = describeCauses()): string => [
  '# Causes',
  generatedNotice,
  'The causes that a diagnosis can name, in the order of the task lifecycle. The ids never change. '
  + '[DEFENSES.md](DEFENSES.md) lists, for each cause, what prevents, finds, and recognizes it.',
  ...groupsOf(causes).flatMap(group => [`## ${group.title}`, ...group.causes.flatMap(sectionOf)]),
].join('\n\n') + '\n';

const sectionOf = (cause: CauseDescription): readonly string[] => [
  `### ${cause.id}`,
  `**${cause.severity}**: ${cause.summary}`,
  ...cause.signatures.flatMap(recognition),
  ...prevention(cause),
];

const recognition = (signature: Signature): readonly string[] => [
  `**How it is recognized** (with this evidence: ${signature.atBest})`,
  block([...new Set(signature.seenIn.flatMap(sightingLines))]),
  `**What to do.** ${prose(signature.says)}${RETRIABLE.get(signature.retriable) ?? ''}`,
  ...signature
    .actions(NOTHING_KNOWN)
    .flatMap(({ title, commands }) => [prose(title), ...commands.length > 0 ? [block(commands, 'shell')] : []]),
  `**How to confirm it.** ${prose(signature.toConfirm)}`,
];

const RETRIABLE: ReadonlyMap<boolean | null, string> = new Map([
  [true, ' A retry of the same task might succeed.'],
  [false, ' A retry without a change will fail the same way.'],
]);

/** So that the commands show their placeholders. */
const NOTHING_KNOWN: Evidence = { task: { containers: [], attachments: [] }, serviceEvents: [], logTail: [], acknowledged: {}, gaps: [] };

function prevention({ defaults, guardrails }: CauseDescription): readonly string[] {
  const lines = [
    ...defaults.map(({ prop, says }) => `- by default${prop === null ? '' : ` (${code(prop)})`}: ${says}`),
    ...guardrails.map(({ id, title }) => `- guardrail [${code(id)}](GUARDRAILS.md#${id}): ${title}`),
  ];
  return lines.length > 0 ? ['**What prevents it**', lines.join('\n')] : [];
}
