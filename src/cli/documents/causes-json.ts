import { type CauseDescription, describeCauses } from './cause-description';

/** The causes for programs: data only, guardrails by their ids. */
export const causesAsJson = (causes: readonly CauseDescription[] = describeCauses()): string =>
  `${JSON.stringify(causes.map(asData), undefined, 2)}\n`;

const asData = ({ id, severity, summary, defaults, guardrails, signatures }: CauseDescription) => ({
  id,
  severity,
  summary,
  defaults: defaults.map(({ prop, says }) => ({ prop, says })),
  guardrails: guardrails.map(rule => rule.id),
  signatures: signatures.map(({ atBest, retriable, says, toConfirm, seenIn }) => ({ atBest, retriable, says, toConfirm, seenIn })),
});
