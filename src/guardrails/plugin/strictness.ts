import { CATALOGUE } from '../catalogue';
import { ABOUT_JUDGING } from './about-judging';
import type { Finding } from '../evaluate';
import { isRecord } from '../find-unjudged';
import { ownRule } from './own-rule';
import type { FargateGuardrailsProps } from './settings/fargate-guardrails-props';
import type { GuardrailBaseline } from './settings/guardrail-baseline';
import { GuardrailLevel } from './settings/guardrail-level';
import { GuardrailProfile } from './settings/guardrail-profile';
import type { GuardrailSetting } from './settings/guardrail-setting';
import { SUMMARY_ID } from './summary';
import { NOT_JUDGED } from '../model/not-judged';
import type { Rule } from '../model/rule';
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

/** Reads the wishes of a user, and refuses those that have no effect. */
export function strictnessOf(props: FargateGuardrailsProps): Strictness {
  const { profile = GuardrailProfile.RECOMMENDED, levels: settings = [], rules: own = [], baseline } = props;
  const rules = [...CATALOGUE, ...own.map(ownRule)];
  const ids = [...rules, ...ABOUT_JUDGING, NOT_JUDGED].map(({ id }) => id);
  requireUnique('rules', own.map(({ id }) => id));
  requireUnique('levels', settings.map(({ ruleId }) => ruleId));
  settings.forEach(setting => requireEffect(setting, ids));
  const disabled = Object.fromEntries(settings.flatMap(({ ruleId, level, reason = '' }) => level === undefined ? [[ruleId, reason]] : []));
  return {
    profile,
    rules: rules.filter(({ id }) => !(id in disabled)),
    levels: Object.fromEntries(settings.flatMap(({ ruleId, level }) => level === undefined ? [] : [[ruleId, level]])),
    disabled,
    known: [...ids, SUMMARY_ID],
    baseline,
  };
}

/** The rules as they are published, each at its own level. */
export const AS_PUBLISHED = strictnessOf({});

/** The findings as grave as the user wants them, without those of rules that are switched off. */
export function asStrictAs(strictness: Strictness, findings: readonly Finding[], promised = false): readonly Finding[] {
  const { profile, levels, disabled } = strictness;
  return findings
    .filter(({ rule }) => !(rule.id in disabled))
    .map(finding => isRecord(finding) ? finding
      : { ...finding, level: levels[finding.rule.id] ?? levelBy(profile, finding.level, promised) });
}

/** No profile softens what a HardenedFargateService promises. */
function levelBy(profile: GuardrailProfile, level: Level, promised: boolean): Level {
  if (profile === GuardrailProfile.STRICT) return 'error';
  return profile === GuardrailProfile.ADVISORY && !promised ? 'warning' : level;
}

function requireEffect({ ruleId: id, level, reason }: GuardrailSetting, ids: readonly string[]): void {
  if (!ids.includes(id)) {
    throw new Error(`'levels' has '${id}', but no guardrail has this id; add the rule to 'rules', or remove the id from 'levels'`);
  }
  if (level === GuardrailLevel.ERROR) return;
  if (id === NOT_JUDGED.id) {
    throw new Error(
      `'levels' lowers '${id}', but this finding must stay an error, because it reports that something was not checked; `
        + 'check it yourself, and acknowledge the finding',
    );
  }
  if (reason === undefined || reason.trim() === '') {
    throw new Error(`'levels' has no reason for '${id}', but every guardrail below error must have one; set it to a non-empty string`);
  }
}

function requireUnique(prop: string, ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`'${prop}' has '${twice}' twice, but each id must be unique; remove one`);
}
