import { type aws_ecs as ecs, aws_iam as iam } from 'aws-cdk-lib';

/**
 * Lets people open audited sessions in the tasks of a role, and no more.
 *
 * The CDK would write this into the task role's own policy, among what users grant it, and open the session key's policy
 * along the way. Apart from that, a reviewer sees at a glance what is there for people, and accepting its `*` accepts no other.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
export function execPolicy(taskRole: iam.Role, cluster: ecs.ICluster): iam.Policy {
  const { kmsKey, logConfiguration } = cluster.executeCommandConfiguration ?? {};
  const { cloudWatchLogGroup, s3Bucket, s3KeyPrefix = '' } = logConfiguration ?? {};
  const policy = new iam.Policy(taskRole, 'ExecPolicy', { roles: [taskRole] });
  const allow = (actions: string[], resource: string) => policy.addStatements(new iam.PolicyStatement({ actions, resources: [resource] }));

  // Session channels have no ARN to name.
  allow(['ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel'], '*');
  if (kmsKey !== undefined) allow(['kms:Decrypt', 'kms:GenerateDataKey'], kmsKey.keyRef.keyArn);
  if (cloudWatchLogGroup !== undefined) {
    allow(['logs:DescribeLogGroups'], '*');
    allow(['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], cloudWatchLogGroup.logGroupRef.logGroupArn);
  }
  if (s3Bucket !== undefined) {
    allow(['s3:GetBucketLocation'], '*');
    allow(['s3:GetEncryptionConfiguration'], s3Bucket.bucketArn);
    allow(['s3:PutObject'], s3Bucket.arnForObjects(`${s3KeyPrefix}*`));
  }
  return policy;
}
