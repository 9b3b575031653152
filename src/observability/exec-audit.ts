import { ArnFormat, Aws, CfnElement, Stack, type RemovalPolicy } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/**
 * The record of every session that people open in the containers of a cluster, encrypted with a key of its own.
 *
 * It grants nothing to the tasks: each service reads the configuration from its cluster and lets its own task role open
 * sessions and write to this group. Key and record outlive the stack, as an audit has to; a
 * first deployment that fails leaves neither, because nobody can have opened a session.
 */
export class ExecAudit extends Construct {
  /** Who opens a session needs `kms:GenerateDataKey` on it. */
  public readonly key: kms.Key;
  public readonly logGroup: logs.LogGroup;
  /** What the cluster is to be given as its `executeCommandConfiguration`. */
  public readonly configuration: ecs.ExecuteCommandConfiguration;

  constructor(scope: Construct, id: string, removalPolicy: RemovalPolicy) {
    super(scope, id);
    this.key = new kms.Key(this, 'Key', {
      description: `ECS Exec sessions and their logs, for ${scope.node.path}`,
      enableKeyRotation: true,
      removalPolicy,
    });
    this.logGroup = new logs.LogGroup(this, 'LogGroup', {
      encryptionKey: this.key,
      retention: logs.RetentionDays.ONE_YEAR,
      removalPolicy,
    });
    this.key.addToResourcePolicy(onlyLogsOf(this.logGroup));
    this.configuration = {
      // Of a key whose policy it can change, FargateService opens the policy to every log group of the account.
      kmsKey: kms.Key.fromKeyArn(this, 'SessionKey', this.key.keyArn),
      logging: ecs.ExecuteCommandLogging.OVERRIDE,
      logConfiguration: { cloudWatchLogGroup: this.logGroup, cloudWatchEncryptionEnabled: true },
    };
  }
}

/**
 * True when it can be seen that the cluster records sessions, and keeps the record encrypted.
 *
 * `DEFAULT` sends them to the application's own log, or nowhere, and lets the task role write to every log group.
 */
export function isAudited(cluster: ecs.ICluster): boolean {
  const { logging, logConfiguration } = cluster.executeCommandConfiguration ?? {};
  return logging === ecs.ExecuteCommandLogging.OVERRIDE && logConfiguration !== undefined && keepsEncrypted(logConfiguration);
}

function keepsEncrypted(target: ecs.ExecuteCommandLogConfiguration): boolean {
  const toLogs = target.cloudWatchLogGroup === undefined || target.cloudWatchEncryptionEnabled === true;
  const toBucket = target.s3Bucket === undefined || target.s3EncryptionEnabled === true;
  const anywhere = target.cloudWatchLogGroup !== undefined || target.s3Bucket !== undefined;
  return anywhere && toLogs && toBucket;
}

/**
 * Allows CloudWatch Logs to use a key for one log group.
 *
 * The group needs the key to exist, so the key cannot refer to the group: it knows the group by the beginning of the
 * name that CloudFormation will make up for it.
 */
function onlyLogsOf(logGroup: logs.LogGroup): iam.PolicyStatement {
  const stack = Stack.of(logGroup);
  const arn = stack.formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: `${Aws.STACK_NAME}-${logicalIdOf(logGroup)}-*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return new iam.PolicyStatement({
    sid: 'OnlyTheRecordOfSessions',
    principals: [new iam.ServicePrincipal(`logs.${stack.region}.${stack.urlSuffix}`)],
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    resources: ['*'],
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': arn } },
  });
}

/** The logical id as a token, which follows when somebody overrides it later. */
function logicalIdOf(construct: Construct): string {
  const element = construct.node.defaultChild;
  if (!CfnElement.isCfnElement(element)) throw new Error(`'${construct.node.path}' has no CloudFormation resource of its own`);
  return element.logicalId;
}
