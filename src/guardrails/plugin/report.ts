import type { PolicyValidationPluginReport, PolicyViolation } from 'aws-cdk-lib';
import type { Finding } from '../evaluate';

/** The name that acknowledgements begin with: `HardenedFargate::circuit-breaker`. */
export const PLUGIN_NAME = 'HardenedFargate';

/** What the CDK prints, records and lets people acknowledge; only errors stop synthesis. */
export function reportOf(findings: readonly Finding[]): PolicyValidationPluginReport {
  return { success: findings.every(({ rule }) => rule.level !== 'error'), violations: findings.map(violationOf) };
}

function violationOf({ rule, at, seen, when }: Finding): PolicyViolation {
  return {
    ruleName: rule.id,
    description: [rule.title, notSoHere(at.property, seen, when), rule.why].join(' '),
    fix: rule.fix,
    severity: rule.level,
    ruleMetadata: {
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

/** A title says what is true of a good service, so a finding has to say that it is not true of this one. */
function notSoHere(property: string, seen?: string, when?: string): string {
  const where = [property === '' ? '' : ` in ${property}`, when === undefined ? '' : ` ${when}`].join('');
  return seen === undefined ? `Not so here${where}.` : `Not so here${where}: ${seen}.`;
}
