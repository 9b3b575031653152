import { templateBucketArn } from '../../aws/arn';
import type { Resource } from '../template/resource';
import { asString } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/**
 * One spelling for every way of referring to a thing that policies name.
 *
 * A secret of RDS is referred to by its attachment, what a custom resource returns may be the ARN of anything, and the ARN of a bucket
 * is its name with a beginning, so that an object has one ARN whether people write it after the bucket's ARN or after its name.
 */
export const canonicalArn = (templates: Templates, arn: string): string => arn.replace(/\$\{[^}]*\}/g, symbol => {
  const resource = templates.referred(symbol);
  return resource === undefined ? symbol : nameOf(resource, symbol);
});

function nameOf({ key, properties, type }: Resource, symbol: string): string {
  if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource') return '${?}';
  if (type === 'AWS::S3::Bucket' && symbol.endsWith('.Arn}')) return templateBucketArn(`\${${key}.Ref}`);
  const secret = type === 'AWS::SecretsManager::SecretTargetAttachment' ? asString(properties.SecretId) : undefined;
  return typeof secret === 'string' ? secret : symbol;
}
