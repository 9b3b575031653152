import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { declareIn, endpointsOf, newStack } from './declare';

function execStatementsOf(template: Template): { Action: string | string[]; Resource: unknown }[] {
  const policies = Object.values(template.findResources('AWS::IAM::Role')).flatMap(({ Properties }) => Properties.Policies ?? []);
  return policies.find(({ PolicyName }) => PolicyName === 'ExecPolicy').PolicyDocument.Statement;
}

test('a task may open channels, read the session key and write the record, by ARN wherever there is one', () => {
  const stack = newStack();
  declareIn(stack);
  const statements = execStatementsOf(Template.fromStack(stack));
  const onEverything = statements.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => Action);
  expect(onEverything.map(action => action.split(':')[1]).sort())
    .toEqual(['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel']);
  expect(statements).toContainEqual({ Action: 'kms:Decrypt', Effect: 'Allow', Resource: { 'Fn::GetAtt': [expect.stringMatching(/^WebExecAuditKey/), 'Arn'] } });
});

test('a record in a bucket may be written below its prefix only', () => {
  const stack = newStack();
  const bucket = new s3.Bucket(stack, 'Sessions', { encryptionKey: new kms.Key(stack, 'Key') });
  const cluster = new ecs.Cluster(stack, 'Cluster', {
    vpc: new ec2.Vpc(stack, 'Vpc', { subnetConfiguration: [{ name: 'Tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }] }),
    containerInsightsV2: ecs.ContainerInsights.ENABLED,
    executeCommandConfiguration: {
      logging: ecs.ExecuteCommandLogging.OVERRIDE,
      logConfiguration: { s3Bucket: bucket, s3EncryptionEnabled: true, s3KeyPrefix: 'shop/' },
    },
  });
  declareIn(stack, { cluster });
  const template = Template.fromStack(stack);
  const write = execStatementsOf(template).find(({ Action }) => Action === 's3:PutObject');
  expect(write?.Resource).toEqual(stack.resolve(bucket.arnForObjects('shop/*')));
  expect(endpointsOf(template)).toContain('s3');
});
