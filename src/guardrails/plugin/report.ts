import type { PolicyValidationPluginReport } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { acknowledgementOf, acknowledgementsFor } from './acknowledging/acknowledgements';
import { grouped } from './grouped';
import { summaryOf } from './summary';
import { violationOf } from './violation';
import { withoutSecrets } from '../as-shown';
import type { Finding } from '../evaluate';
import { isRecord } from '../find-unjudged';

/** What the CDK prints, records and lets people acknowledge; only errors stop synthesis. */
export function reportOf(all: readonly Finding[], app: IConstruct, baselined = 0): PolicyValidationPluginReport {
  const findings = all.filter(finding => !isRecord(finding)).map(withoutSecrets);
  const made = app.node.findAll().flatMap(acknowledgementsFor);
  const open = findings.filter(({ rule, at }) => acknowledgementOf(rule.id, at.path, made) === undefined);
  return {
    success: findings.every(({ level }) => level !== 'error'),
    violations: [...grouped(findings, app, made).map(violationOf), ...summaryOf(open, baselined, app)],
  };
}
