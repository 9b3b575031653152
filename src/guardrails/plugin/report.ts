import type { PolicyValidationPluginReport, PolicyViolation } from 'aws-cdk-lib';
import { asSentence } from '../as-sentence';
import type { Finding } from '../evaluate';

/** The name that acknowledgements begin with: `HardenedFargate::circuit-breaker`. */
export const PLUGIN_NAME = 'HardenedFargate';

/** What the CDK prints, records and lets people acknowledge; only errors stop synthesis. */
export function reportOf(findings: readonly Finding[]): PolicyValidationPluginReport {
  return { success: findings.every(({ level }) => level !== 'error'), violations: findings.map(violationOf) };
}

function violationOf({ rule, level, class: ruleClass, at, seen, when }: Finding): PolicyViolation {
  return {
    ruleName: rule.id,
    description: [foundAt(at.property, seen, when), rule.title, rule.why].join(' '),
    fix: rule.fix,
    severity: level,
    ruleMetadata: {
      ...ruleClass !== undefined && { class: ruleClass },
      ...rule.prevents.length > 0 && { prevents: rule.prevents.join(', ') },
      ...rule.see.length > 0 && { see: rule.see.join(', ') },
    },
    violatingResources: [{
      constructPath: at.path,
      resourceLogicalId: at.logicalId,
      templatePath: at.template,
      locations: at.property === '' ? [] : [at.property],
    }],
  };
}

/** The first sentence of a finding: what was found, where in the resource, and under which conditions of the template. */
function foundAt(property: string, seen: string, when?: string): string {
  const where = [property === '' ? [] : `in ${property}`, when ?? []].flat().join(' ');
  return `${asSentence(seen)}${where === '' ? '' : ` (${where})`}.`;
}
