import { CATALOGUE } from '../catalogue';
import { BASELINE_STALE, BASELINE_WRITTEN } from './apply-baseline';
import type { Finding } from '../evaluate';
import { ACKNOWLEDGEMENT_DOUBTFUL } from './doubtful-acknowledgements';
import type { FargateGuardrailsProps } from './fargate-guardrails-props';
import type { GuardrailBaseline } from './guardrail-baseline';
import { GuardrailProfile } from './guardrail-profile';
import { nearestName } from './nearest-name';
import { ownRule } from './own-rule';
import { REPORT_UNWRITTEN } from './report-file';
import { SUMMARY_ID } from './summary';
import { ACKNOWLEDGEMENT_UNUSED } from './unused-acknowledgements';
import { NOT_JUDGED } from '../model/not-judged';
import type { Rule, Words } from '../model/rule';
import type { Level } from '../model/rule-class';

/** Which rules are judged, and how grave their findings are. */
export interface Strictness {
  readonly rules: readonly Rule[];
  readonly profile: GuardrailProfile;
  readonly levels: Readonly<Record<string, Level>>;
  /** The rules that are not judged, with the reasons. */
  readonly disabled: Readonly<Record<string, string>>;
  /** The ids of all rules, judged or not. */
  readonly known: readonly string[];
  /** The findings that may stay for now. */
  readonly baseline?: GuardrailBaseline;
}

/** What judging itself reports: that somebody allows what is not there, or that a report could not be written. */
const ABOUT_JUDGING: readonly Words[] = [
  ACKNOWLEDGEMENT_DOUBTFUL, ACKNOWLEDGEMENT_UNUSED, BASELINE_STALE, BASELINE_WRITTEN, REPORT_UNWRITTEN,
];

/** Reads the wishes of a user, and refuses those that have no effect. */
export function strictnessOf(props: FargateGuardrailsProps): Strictness {
  const { profile = GuardrailProfile.RECOMMENDED, disabled = {}, levels = {}, rules: own = [], baseline } = props;
  const rules = [...CATALOGUE, ...own.map(ownRule)];
  const changeable = [...rules, ...ABOUT_JUDGING].map(({ id }) => id);
  requireUnique(own.map(({ id }) => id));
  requireKnown('disabled', disabled, changeable);
  requireKnown('levels', levels, changeable);
  requireReasons(disabled);
  const known = [...changeable, NOT_JUDGED.id, SUMMARY_ID];
  return { profile, rules: rules.filter(({ id }) => !(id in disabled)), levels, disabled, known, baseline };
}

/** The rules as they are published, each at its own level. */
export const AS_PUBLISHED = strictnessOf({});

/** The findings as grave as the user wants them, without those of rules that are switched off. */
export function asStrictAs(strictness: Strictness, findings: readonly Finding[], promised = false): readonly Finding[] {
  const { profile, levels, disabled } = strictness;
  return findings
    .filter(({ rule }) => !(rule.id in disabled))
    .map(finding => ({ ...finding, level: levels[finding.rule.id] ?? levelBy(profile, finding.level, promised) }));
}

/** No profile softens what a HardenedFargateService promises. */
function levelBy(profile: GuardrailProfile, level: Level, promised: boolean): Level {
  if (profile === GuardrailProfile.STRICT) return 'error';
  return profile === GuardrailProfile.ADVISORY && !promised ? 'warning' : level;
}

function requireKnown(prop: string, wishes: object, ids: readonly string[]): void {
  for (const id of Object.keys(wishes)) {
    if (id === NOT_JUDGED.id) {
      throw new Error(
        `'${prop}' names '${id}', which says that a guardrail broke down: acknowledge it where it occurs, `
          + 'once you know that nothing is wrong there',
      );
    }
    if (!ids.includes(id)) throw new Error(`'${prop}' names '${id}', but there is no such rule: the nearest is '${nearestName(id, ids)}'`);
  }
}

function requireReasons(disabled: Readonly<Record<string, string>>): void {
  for (const [id, reason] of Object.entries(disabled)) {
    if (reason.trim() === '') {
      throw new Error(
        `'disabled' gives no reason for '${id}', but whoever meets the fault later has to know why nobody told them: say why`,
      );
    }
  }
}

function requireUnique(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new Error(`'rules' holds two rules named '${twice}', and a finding could not say which of them is broken: rename one`);
  }
}
