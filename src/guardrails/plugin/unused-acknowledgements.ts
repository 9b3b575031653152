import type { Finding } from '../evaluate';
import { type Acknowledgement, acknowledgementOf } from './acknowledging/acknowledgements';
import { BASELINE_STALE, BASELINE_WRITTEN } from './acknowledging/apply-baseline';
import { ACKNOWLEDGEMENT_DOUBTFUL } from './acknowledging/doubtful-acknowledgements';
import { nearestName } from './nearest-name';
import { PLUGIN_NAME } from './settings/plugin-name';
import { SUMMARY_ID } from './summary';
import { NOT_JUDGED } from '../model/not-judged';
import type { Words } from '../model/rule';

/** What is reported of an acknowledgment that lets nothing through. */
export const ACKNOWLEDGEMENT_UNUSED: Words = {
  id: 'acknowledgement-unused',
  title: 'Every acknowledgment should match a finding.',
  why: 'An acknowledgment with a misspelled id has no effect. One whose finding is fixed silently accepts the next finding.',
  fix: 'Correct the id of the guardrail, move the acknowledgment to the construct of the finding or above it, or remove it.',
  see: [],
  prevents: [],
};

/** What was judged: against which rules, and with what outcome. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** The ids of all rules, judged or not. */
  readonly known: readonly string[];
  /** The rules that nobody judged, by id. */
  readonly disabled: Readonly<Record<string, string>>;
}

/** The acknowledgments whose rule does not exist, or that match no finding. */
export function unusedAcknowledgements(made: readonly Acknowledgement[], outcome: Outcome): readonly Finding[] {
  const used = new Set(outcome.findings.map(({ rule, at }) => acknowledgementOf(rule.id, at.path, made)));
  return made.flatMap(acknowledgement => {
    const seen = used.has(acknowledgement) ? undefined : faultOf(acknowledgement, made, outcome);
    if (seen === undefined) return [];
    return [{ rule: ACKNOWLEDGEMENT_UNUSED, level: 'warning', at: { path: acknowledgement.at, property: '' }, seen }];
  });
}

/** Acknowledgments that name a guardrail, but not whose it is: they have no effect. */
export const withoutPrefix = (made: readonly Acknowledgement[], known: readonly string[]): readonly Finding[] =>
  made.filter(({ ruleId }) => known.includes(ruleId)).map(({ ruleId, at }) => ({
    rule: ACKNOWLEDGEMENT_UNUSED,
    level: 'warning',
    at: { path: at, property: '' },
    seen: `'${ruleId}' has no prefix and has no effect; write '${PLUGIN_NAME}::${ruleId}'`,
  }));

function faultOf(
  { ruleId, at }: Acknowledgement,
  made: readonly Acknowledgement[],
  { findings, known, disabled }: Outcome,
): string | undefined {
  if (ruleId.includes('*')) {
    return `'${ruleId}' has no effect, because an acknowledgment names one guardrail; acknowledge each finding with its own id and reason`;
  }
  if (!known.includes(ruleId)) return `there is no guardrail '${ruleId}'; the nearest id is '${nearestName(ruleId, known)}'`;
  const excused = ruleId in disabled || NEVER_UNUSED.includes(ruleId) || findings.some(({ rule }) => rule.id === NOT_JUDGED.id);
  const repeated = findings.some(({ rule, at: place }) => rule.id === ruleId && acknowledgementOf(ruleId, place.path, made)?.at === at);
  return excused || repeated ? undefined : `guardrail '${ruleId}' has no finding here`;
}

/** They come and go with other findings, so that nobody can keep their acknowledgments exact. */
const NEVER_UNUSED: readonly string[] = [
  ...[NOT_JUDGED, ACKNOWLEDGEMENT_UNUSED, ACKNOWLEDGEMENT_DOUBTFUL, BASELINE_STALE, BASELINE_WRITTEN].map(({ id }) => id),
  SUMMARY_ID,
];
