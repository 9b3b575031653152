import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { plainService, vpcIn } from './plain-service';
import { ExecAudit, isAudited } from '../../src/observability/exec-audit';

describe('a cluster with the audit', () => {
  const stack = new Stack(new App(), 'Web');
  const audit = new ExecAudit(stack, 'ExecAudit', RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  plainService(stack, { executeCommandConfiguration: audit.configuration });
  const template = Template.fromStack(stack);
  const [keyId] = Object.keys(template.findResources('AWS::KMS::Key'));
  const [groupId] = Object.keys(template.findResources('AWS::Logs::LogGroup', { Properties: { KmsKeyId: Match.anyValue() } }));
  const keyArn = { 'Fn::GetAtt': [keyId, 'Arn'] };

  test('records every session in the encrypted log group, and encrypts the session itself', () => {
    template.hasResourceProperties('AWS::ECS::Cluster', {
      Configuration: {
        ExecuteCommandConfiguration: {
          KmsKeyId: keyArn,
          Logging: 'OVERRIDE',
          LogConfiguration: { CloudWatchEncryptionEnabled: true, CloudWatchLogGroupName: { Ref: groupId } },
        },
      },
    });
    template.hasResourceProperties('AWS::Logs::LogGroup', { KmsKeyId: keyArn, RetentionInDays: 365 });
  });

  test('keeps the record and the key that reads it when the stack is deleted, but not when its first deployment fails', () => {
    template.hasResource('AWS::KMS::Key', { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    template.hasResource('AWS::Logs::LogGroup', { Properties: { KmsKeyId: keyArn }, DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  });

  test('rotates the key, and lets CloudWatch Logs use it for this log group only', () => {
    template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
    const statements: { Principal: unknown; Condition?: unknown }[] = template.findResources('AWS::KMS::Key')[keyId].Properties.KeyPolicy.Statement;
    const forLogs = statements.filter(({ Principal }) => JSON.stringify(Principal).includes('logs.'));
    expect(forLogs.map(({ Principal }) => Principal)).toEqual([
      { Service: { 'Fn::Join': ['', ['logs.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }]] } },
    ]);
    expect(forLogs.map(({ Condition }) => Condition)).toEqual([{
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': {
          'Fn::Join': ['', [
            'arn:', { Ref: 'AWS::Partition' }, ':logs:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' },
            ':log-group:', { Ref: 'AWS::StackName' }, `-${groupId}-*`,
          ]],
        },
      },
    }]);
  });

  test('gives the task role each permission once: channels, key, list of groups, and writing to the one group', () => {
    const statements: { Action: string | string[]; Resource: unknown }[] =
      Object.values(template.findResources('AWS::IAM::Policy')).flatMap(policy => policy.Properties.PolicyDocument.Statement);
    const granted = statements.flatMap(({ Action, Resource }) => [Action].flat().map(action => [action, JSON.stringify(Resource)]));
    const everywhere = granted.filter(([, resource]) => resource === '"*"').map(([action]) => action).sort();
    expect(everywhere).toEqual([
      'logs:DescribeLogGroups',
      'ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel',
    ]);
    expect(granted.filter(([, resource]) => resource.includes(keyId)).map(([action]) => action).sort()).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
    expect(granted.filter(([, resource]) => resource.includes(groupId)).map(([action]) => action).sort())
      .toEqual(['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents']);
  });
});

describe('whether a given cluster is audited', () => {
  const stack = new Stack(new App(), 'Given');
  const vpc: ec2.IVpc = vpcIn(stack);
  const cloudWatchLogGroup = new logs.LogGroup(stack, 'Group', { encryptionKey: new kms.Key(stack, 'Key') });
  const s3Bucket = new s3.Bucket(stack, 'Bucket');
  const { OVERRIDE, DEFAULT, NONE } = ecs.ExecuteCommandLogging;
  let count = 0;
  const cluster = (executeCommandConfiguration?: ecs.ExecuteCommandConfiguration) =>
    new ecs.Cluster(stack, `Cluster${count++}`, { vpc, executeCommandConfiguration });
  const overriding = (logConfiguration: ecs.ExecuteCommandLogConfiguration) => cluster({ logging: OVERRIDE, logConfiguration });

  test('yes, when it sends sessions to an encrypted log group or bucket', () => {
    expect(isAudited(overriding({ cloudWatchLogGroup, cloudWatchEncryptionEnabled: true }))).toBe(true);
    expect(isAudited(overriding({ s3Bucket, s3EncryptionEnabled: true }))).toBe(true);
  });

  test('no, when one of its targets is not encrypted', () => {
    expect(isAudited(overriding({ cloudWatchLogGroup }))).toBe(false);
    expect(isAudited(overriding({ cloudWatchLogGroup, cloudWatchEncryptionEnabled: true, s3Bucket }))).toBe(false);
  });

  test('no, when it overrides and names no target', () => {
    expect(isAudited(overriding({}))).toBe(false);
  });

  test('no, when sessions go to the log of the application or nowhere', () => {
    expect(isAudited(cluster({ logging: DEFAULT }))).toBe(false);
    expect(isAudited(cluster({ logging: NONE }))).toBe(false);
    expect(isAudited(cluster())).toBe(false);
  });

  test('no, when the cluster was made elsewhere and nobody told how it is configured', () => {
    expect(isAudited(ecs.Cluster.fromClusterAttributes(stack, 'Elsewhere', { clusterName: 'elsewhere', vpc }))).toBe(false);
  });
});
