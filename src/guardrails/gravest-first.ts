import type { Finding } from './evaluate';
import { RULE_CLASSES } from './model/rule-class';

/** Errors before warnings, and the gravest class first; a finding about the guardrails themselves has no class and comes before all. */
export const gravestFirst = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((one, other) => gravityOf(one) - gravityOf(other));

const gravityOf = ({ level, class: ruleClass }: Finding): number =>
  (level === 'error' ? 0 : RULE_CLASSES.length + 1) + (ruleClass === undefined ? 0 : 1 + RULE_CLASSES.indexOf(ruleClass));
