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
  'Every way in which a Fargate task ends that a diagnosis can name, in the order of a task\'s life. '
  + 'The ids are a public contract. What stands against each cause is in one table in [DEFENSES.md](DEFENSES.md).',
  ...groupsOf(causes).flatMap(group => [`## ${group.title}`, ...group.causes.flatMap(sectionOf)]),
].join('\n\n') + '\n';

const sectionOf = (cause: CauseDescription): readonly string[] => [
  `### ${cause.id}`,
  `**${cause.severity}**: ${cause.summary}`,
  ...cause.signatures.flatMap(recognition),
  ...prevention(cause),
];

const recognition = (signature: Signature): readonly string[] => [
  `**How it is recognized** (${signature.atBest} at best)`,
  block(signature.seenIn.flatMap(sightingLines)),
  `**What to do.** ${prose(signature.says)}${RETRIABLE.get(signature.retriable) ?? ''}`,
  ...signature
    .actions(NOTHING_KNOWN)
    .flatMap(({ title, commands }) => [prose(title), ...commands.length > 0 ? [block(commands, 'shell')] : []]),
  `**How to confirm it.** ${prose(signature.toConfirm)}`,
];

const RETRIABLE: ReadonlyMap<boolean | null, string> = new Map([
  [true, ' The same task, started again unchanged, may well succeed.'],
  [false, ' The same task, started again unchanged, will fail again.'],
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
