import { asString } from '../template/resolved';
import type { Resource } from '../template/resource';
import type { Templates } from '../template/templates';

/**
 * An ARN in which the buckets of the app stand under names.
 *
 * A bucket that CloudFormation will name goes by its logical id, so that it is told from the buckets of AWS and of others.
 */
export const bucketsNamed = (templates: Templates, arn: string): string => arn.replace(/\$\{[^}]*\}/g, symbol => {
  const bucket = templates.referred(symbol, 'AWS::S3::Bucket');
  if (bucket === undefined) return symbol;
  return symbol.endsWith('.Arn}') ? `arn:\${AWS::Partition}:s3:::${nameOf(bucket)}` : nameOf(bucket);
});

/** The slash of a key is in no name of a bucket, but parts paths, so that it is left out. */
function nameOf(bucket: Resource): string {
  const name = asString(bucket.properties.BucketName);
  return typeof name === 'string' ? name : `the-bucket-${bucket.key.replace(/\W/g, '-')}`;
}
