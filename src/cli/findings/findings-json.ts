import type { Finding } from '../../guardrails/evaluate';

/** Findings as data for other programs; absent values are null. */
export const findingsAsJson = (findings: readonly Finding[]): string => JSON.stringify(findings.map(findingAsData), undefined, 2);

function findingAsData({ rule, level, class: ruleClass, at, seen, when }: Finding): object {
  const { id, title, why, fix, see, prevents } = rule;
  return {
    rule: id,
    level,
    class: ruleClass ?? null,
    template: at.template ?? null,
    logicalId: at.logicalId ?? null,
    path: at.path,
    property: at.property,
    title,
    seen,
    when: when ?? null,
    why,
    fix,
    prevents,
    see,
  };
}
