import { asString } from '../template/resolved';
import type { Templates } from '../template/templates';

/**
 * One spelling for every way of referring to a thing that policies name.
 *
 * A secret of RDS is referred to by its attachment, and what a custom resource returns may be the ARN of anything.
 */
export function canonicalArn(templates: Templates, arn: string): string {
  return arn.replace(/\$\{[^}]*\}/g, symbol => {
    const resource = templates.referred(symbol);
    if (resource?.type.startsWith('Custom::') || resource?.type === 'AWS::CloudFormation::CustomResource') return '${?}';
    const secret = resource?.type === 'AWS::SecretsManager::SecretTargetAttachment' ? asString(resource.properties.SecretId) : undefined;
    return typeof secret === 'string' ? secret : symbol;
  });
}
