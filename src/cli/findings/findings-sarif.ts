import type { JudgedTemplates } from './judged-templates';
import { asSentence } from '../../guardrails/as-sentence';
import type { Finding } from '../../guardrails/evaluate';
import { isAboutJudging } from '../../guardrails/find-unjudged';
import { documentOf, foundInWords } from '../../guardrails/findings-in-words';
import type { Words } from '../../guardrails/model/rule';
import { levelOf } from '../../guardrails/model/rule-class';

/** The form that code scanning reads. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What was found, as a log of SARIF 2.1.0. What the baseline records is suppressed; what was not judged is a notification. */
export function findingsAsSarif({ fresh, known }: Pick<JudgedTemplates, 'fresh' | 'known'>, succeeded: boolean): string {
  const broken = fresh.filter(finding => !isAboutJudging(finding));
  const rules = [...new Map([...broken, ...known].map(({ rule }) => [rule.id, rule])).values()];
  const resultOf = (finding: Finding) => resultAt(finding, rules.findIndex(({ id }) => id === finding.rule.id));
  return JSON.stringify({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'hardened-fargate', rules: rules.map(descriptorOf) } },
      invocations: [{ executionSuccessful: succeeded, toolExecutionNotifications: fresh.filter(isAboutJudging).map(notificationOf) }],
      results: [
        ...broken.map(resultOf),
        ...known.map(finding => ({ ...resultOf(finding), suppressions: [{ kind: 'external', justification: 'in the baseline' }] })),
      ],
    }],
  }, undefined, 2);
}

function descriptorOf(rule: Words & { readonly class?: Finding['class'] }): object {
  const { id, title, why, fix, see, class: ruleClass } = rule;
  const page = documentOf(rule) ?? see[0];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: `${title} ${why}` },
    help: { text: [why, `To fix it: ${fix}`, ...see.map(address => `See ${address}`)].join('\n\n') },
    ...page !== undefined && { helpUri: page },
    ...ruleClass !== undefined && { defaultConfiguration: { level: levelOf(ruleClass) }, properties: { tags: [ruleClass] } },
  };
}

function resultAt(finding: Finding, ruleIndex: number): object {
  const { rule, level, class: ruleClass, at, see = [] } = finding;
  return {
    ruleId: rule.id,
    ruleIndex,
    level,
    message: { text: [foundInWords(finding), rule.fix, ...see.map(address => `See ${address}`)].join(' ') },
    locations: [locationOf(finding)],
    // Code scanning tells by it whether a finding is new: neither line nor words decide.
    partialFingerprints: { 'ruleAndPlace/v1': [rule.id, at.template, at.logicalId ?? at.path, at.property].join('#') },
    ...ruleClass !== undefined && { properties: { class: ruleClass } },
  };
}

const notificationOf = (finding: Finding): object => ({
  level: 'warning',
  message: { text: `${asSentence(finding.seen)}.` },
  associatedRule: { id: finding.rule.id },
  locations: [locationOf(finding)],
});

/** A template has no line of a resource once it is read; the first one stands for the file. An account has no files. */
function locationOf({ at: { template, logicalId, path, property } }: Finding): object {
  return {
    ...template !== undefined && { physicalLocation: { artifactLocation: { uri: encodeURI(template) }, region: { startLine: 1 } } },
    logicalLocations: [{ name: logicalId ?? path, fullyQualifiedName: property === '' ? path : `${path}.${property}`, kind: 'resource' }],
  };
}
