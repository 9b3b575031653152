import type { JudgedTemplates } from './judged-templates';
import type { Finding } from '../../guardrails/evaluate';
import { isAboutJudging, wasNotJudged } from '../../guardrails/find-unjudged';
import { documentOf, pagesOf } from '../../guardrails/findings-in-words';

/** What was found as data for other programs; absent values are null. */
export const findingsAsJson = ({ fresh, known, stale, judged }: JudgedTemplates): string => JSON.stringify({
  schemaVersion: '1',
  judged: judged.length,
  findings: fresh.filter(finding => !isAboutJudging(finding)).map(findingAsData),
  notJudged: fresh.filter(wasNotJudged).map(({ rule, at, seen, when }) =>
    ({ rule: rule.id, ...placeAsData(at), because: seen.replace(/^not checked: /, ''), when: when ?? null })),
  notes: fresh.filter(finding => isAboutJudging(finding) && !wasNotJudged(finding)).map(findingAsData),
  baseline: { known: known.length, stale },
}, undefined, 2);

/** One finding as data for other programs. */
export function findingAsData(finding: Finding): object {
  const { rule, level, class: ruleClass, at, seen, when } = finding;
  const { id, title, why, fix, prevents } = rule;
  return {
    rule: id,
    level,
    class: ruleClass ?? null,
    ...placeAsData(at),
    title,
    seen,
    when: when ?? null,
    why,
    fix,
    prevents,
    see: pagesOf(finding),
    documentation: documentOf(rule) ?? null,
  };
}

const placeAsData = ({ template, logicalId, path, property }: Finding['at']): object =>
  ({ template: template ?? null, logicalId: logicalId ?? null, path, property });
