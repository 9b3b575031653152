import { templateBucketArn } from '../../aws/arn';
import type { Resource } from '../template/resource';
import { asString } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/**
 * An ARN in which the buckets of the app stand under names.
 *
 * A bucket that CloudFormation will name goes by the kind of name that it gives, so that it is told from the buckets of AWS and of others,
 * while a pattern that begins with the name of the stack may cover it.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html
 */
export const bucketsNamed = (templates: Templates, arn: string): string => arn.replace(/\$\{[^}]*\}/g, symbol => {
  const bucket = templates.referred(symbol, 'AWS::S3::Bucket');
  if (bucket === undefined) return symbol;
  return symbol.endsWith('.Arn}') ? templateBucketArn(nameOf(bucket)) : nameOf(bucket);
});

/** What CloudFormation puts behind the names of stack and resource. */
const RANDOM = '?'.repeat(12);

function nameOf({ logicalId, properties }: Resource): string {
  const name = asString(properties.BucketName);
  return typeof name === 'string' ? name : `\${AWS::StackName}-${logicalId.toLowerCase()}-${RANDOM}`;
}
