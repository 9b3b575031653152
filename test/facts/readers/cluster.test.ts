import { UNKNOWN } from '../../../src/facts/model/fact';
import { readCluster } from '../../../src/facts/readers/cluster';
import type { Expression, TemplateResource } from '../../../src/facts/template/source/template-source';
import { templatesOf } from '../templates-of';

const read = (properties: TemplateResource['Properties'], others: Readonly<Record<string, TemplateResource>> = {}) =>
  readCluster(templatesOf({ Cluster: { Type: 'AWS::ECS::Cluster', Properties: properties }, ...others }), '${S/Cluster.Ref}');

const exec = (log: Expression, logging = 'OVERRIDE') => ({ Configuration: { ExecuteCommandConfiguration: { Logging: logging, LogConfiguration: log } } });

const logGroup = (properties: TemplateResource['Properties']): Readonly<Record<string, TemplateResource>> => ({ Group: { Type: 'AWS::Logs::LogGroup', Properties: properties } });

test('a cluster says whether it measures containers and how it records sessions', () => {
  expect(read({ ClusterSettings: [{ Name: 'containerInsights', Value: 'enhanced' }] })).toMatchObject({ containerInsights: 'enhanced', execLogging: undefined });
  expect(read(exec({ CloudWatchLogGroupName: { Ref: 'Group' }, CloudWatchEncryptionEnabled: true }), logGroup({}))).toMatchObject({
    containerInsights: undefined,
    execLogging: { logging: 'OVERRIDE', logGroup: '${S/Group.Ref}', logEncryption: true, bucket: undefined, bucketEncryption: undefined },
  });
});

test('a log group with a key of its own is encrypted, whatever the cluster asks for', () => {
  const log = { CloudWatchLogGroupName: { Ref: 'Group' } };
  expect(read(exec(log), logGroup({ KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } }))).toMatchObject({ execLogging: { logEncryption: true } });
  expect(read(exec(log), logGroup({}))).toMatchObject({ execLogging: { logEncryption: false } });
});

test('of a log group or a bucket that was made elsewhere nobody knows whether it is encrypted', () => {
  expect(read(exec({ CloudWatchLogGroupName: 'elsewhere', S3BucketName: 'elsewhere' }))).toMatchObject({ execLogging: { logEncryption: UNKNOWN, bucketEncryption: UNKNOWN } });
});

test('a bucket with declared encryption is encrypted', () => {
  expect(read(exec({ S3BucketName: { Ref: 'Bucket' } }), { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketEncryption: {} } } })).toMatchObject({ execLogging: { bucketEncryption: true } });
});

test('a cluster that was made elsewhere, or a setting that deployment decides, is unknown', () => {
  expect(readCluster(templatesOf({}), 'shared')).toBe(UNKNOWN);
  expect(read({ ClusterSettings: { 'Fn::If': ['A', [], []] }, Configuration: { Ref: 'Parameter' } })).toMatchObject({ containerInsights: UNKNOWN, execLogging: UNKNOWN });
});
