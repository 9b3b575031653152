import { Duration, Stack, Token } from 'aws-cdk-lib';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Construct } from 'constructs';
import { partitionOf } from '../../aws/partitions';
import { SERVICE_PRINCIPALS } from '../../aws/service-principals';
import type { Removal } from '../placement/removal';

/**
 * Keeps a record of every request of a load balancer, for 90 days.
 *
 * `loadBalancer.logAccessLogs()` would insist on a Region known at synthesis, only to look up the account that wrote such
 * logs in former times (aws-cdk #27432). The service principal is right in every Region. It can write nothing but what
 * belongs to this account, because ELB puts the load balancer's account into the path. Encryption is by S3's own keys:
 * ELB cannot write with others. ELB also writes a test file as soon as it is told of the bucket, so the bucket is never
 * empty: it is kept, or emptied by the CDK before it is deleted.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export function keepAccessLogs(scope: Construct, id: string, loadBalancer: elbv2.ApplicationLoadBalancer, removal: Removal): s3.Bucket {
  const bucket = logBucket(scope, id, removal);
  bucket.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal(SERVICE_PRINCIPALS.loadBalancerLogs), ...accountInChina(Stack.of(scope))],
    actions: ['s3:PutObject'],
    resources: [bucket.arnForObjects(`AWSLogs/${Stack.of(scope).account}/*`)],
  }));

  sendLogs(loadBalancer, bucket);
  return bucket;
}

/**
 * In China, where AWS's documentation names the account of each Region for the legacy bucket policy, that may write, too.
 *
 * @see https://docs.amazonaws.cn/en_us/aws/latest/userguide/elb.html
 */
function accountInChina({ region }: Stack): readonly iam.IPrincipal[] {
  if (Token.isUnresolved(region) || partitionOf(region)?.id !== 'aws-cn') return [];
  const { elbv2Account } = RegionInfo.get(region);
  return elbv2Account === undefined ? [] : [new iam.AccountPrincipal(elbv2Account)];
}

/**
 * Keeps a record of every TLS connection of a network load balancer, for 90 days; it logs no others. Another service of AWS delivers
 * them, which acts for load balancers of this account and Region only.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html
 */
export function keepConnectionLogs(scope: Construct, id: string, loadBalancer: elbv2.NetworkLoadBalancer, removal: Removal): s3.Bucket {
  const bucket = logBucket(scope, id, removal);
  const { account, partition, region } = Stack.of(scope);
  const conditions = {
    StringEquals: { 'aws:SourceAccount': account },
    ArnLike: { 'aws:SourceArn': `arn:${partition}:logs:${region}:${account}:*` },
  };
  const allow = (action: string, resource: string) => bucket.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal(SERVICE_PRINCIPALS.logDelivery)], actions: [action], resources: [resource], conditions,
  }));
  allow('s3:GetBucketAcl', bucket.bucketArn);
  allow('s3:PutObject', bucket.arnForObjects(`AWSLogs/${account}/*`));
  sendLogs(loadBalancer, bucket);
  return bucket;
}

const logBucket = (scope: Construct, id: string, removal: Removal): s3.Bucket => new s3.Bucket(scope, id, {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  encryption: s3.BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  lifecycleRules: [{ expiration: Duration.days(90), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
  removalPolicy: removal.records,
  autoDeleteObjects: removal.everything,
});

function sendLogs(loadBalancer: elbv2.BaseLoadBalancer, bucket: s3.Bucket): void {
  loadBalancer.setAttribute('access_logs.s3.enabled', 'true');
  loadBalancer.setAttribute('access_logs.s3.bucket', bucket.bucketName);
  // ELB tries the bucket when it is told of it, so the policy has to be there before; and it stops writing before the bucket is emptied.
  loadBalancer.node.defaultChild?.node.addDependency(bucket);
}
