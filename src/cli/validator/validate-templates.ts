import type { PolicyViolation } from 'aws-cdk-lib';
import type { TemplateSource } from '../../facts/template/source/template-source';
import type { Finding } from '../../guardrails/evaluate';

/** The switch with which the CDK leaves its own validation out. */
const SWITCHED_OFF = process.env.CDK_VALIDATION === 'false';

/** What guardrails find themselves, so that it is not told twice. */
const FOUND_BY: Readonly<Record<string, string | undefined>> = { E3047: 'fargate-task-size' };

/** What is found of ECS, and how it was looked for where that was not possible. */
interface Validated {
  readonly findings: readonly Finding[];
  /** Why nothing was validated. */
  readonly because?: string;
}

/**
 * Has the CloudFormation validator of the CDK look at ECS resources, beside the guardrails: the CDK runs both, and what one of them
 * says the other does not say again.
 */
export async function validateTemplates(sources: readonly TemplateSource[], found: readonly Finding[]): Promise<Validated> {
  const files = sources.flatMap(({ file }) => file === undefined || file === '-' ? [] : [file]);
  if (SWITCHED_OFF || files.length === 0) return { findings: [] };
  try {
    // It takes seconds to load: only for templates.
    const { App, CloudFormationValidatePlugin } = await import('aws-cdk-lib');
    const stackTemplates = files.map(file => ({ stackConstructPath: file, templatePath: file, accountId: '', region: '' }));
    const { violations } = new CloudFormationValidatePlugin({ includeDefaultRules: false })
      .validate({ appConstruct: new App(), templatePaths: files, stackTemplates: stackTemplates as never });
    return { findings: violations.flatMap(violation => findingsOf(violation, sources, found)) };
  } catch (error) {
    return { findings: [], because: error instanceof Error ? error.message.split('\n')[0] : String(error) };
  }
}

function findingsOf(violation: PolicyViolation, sources: readonly TemplateSource[], found: readonly Finding[]): readonly Finding[] {
  // Its warnings are about the style of templates.
  if (violation.severity !== 'error' && violation.severity !== 'fatal') return [];
  return violation.violatingResources.flatMap(({ resourceLogicalId: logicalId = '', templatePath: template, locations }) => {
    const resource = sources.find(({ file }) => file === template)?.body.Resources?.[logicalId];
    if (!resource?.Type.startsWith('AWS::ECS::') || isToldBy(violation, logicalId, template, found)) return [];
    return [findingAt(violation, { path: logicalId, logicalId, template, property: locations[0] ?? '' })];
  });
}

const isToldBy = ({ ruleName }: PolicyViolation, logicalId: string, template: string | undefined, found: readonly Finding[]): boolean =>
  found.some(({ rule, at }) => rule.id === FOUND_BY[ruleName] && at.logicalId === logicalId && at.template === template);

function findingAt({ ruleName, description, fix }: PolicyViolation, at: Finding['at']): Finding {
  return {
    rule: {
      id: `cloudformation/${ruleName}`,
      title: 'Resources should pass the CloudFormation validator of the AWS CDK.',
      why: 'CloudFormation or ECS rejects the resource.',
      fix: fix ?? 'Change the property that the finding names.',
      see: [],
      prevents: [],
    },
    level: 'error',
    class: 'refused',
    at,
    seen: description.replace(/\.$/, ''),
  };
}
