import { readCapacityProviders } from './capacity-strategy';
import { readKey, readObject } from './policy-holder';
import { templateBucketArn } from '../../aws/arn';
import { type Fact, type Known, UNKNOWN } from '../model/fact';
import type { PolicyHolderFacts } from '../model/role';
import type { ClusterFacts, ExecLoggingFacts } from '../model/service';
import { asItems } from '../template/items';
import { placeOf, type Resource } from '../template/resource';
import { asBoolean, asLiteral, asObject, asString, at, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Reads the cluster of a service; one that is declared elsewhere is unknown. */
export function readCluster(templates: Templates, reference: Resolved): Known<ClusterFacts> {
  const cluster = templates.referred(reference, 'AWS::ECS::Cluster');
  return cluster === undefined ? UNKNOWN : {
    at: placeOf(cluster),
    capacityProviders: readCapacityProviders(templates, cluster),
    containerInsights: readContainerInsights(cluster),
    execLogging: readExecLogging(templates, at(cluster.properties.Configuration, 'ExecuteCommandConfiguration')),
  };
}

function readContainerInsights(cluster: Resource): Fact<string> {
  const { ClusterSettings: settings } = cluster.properties;
  return settings === UNKNOWN
    ? UNKNOWN
    : asLiteral(
      at(
        asItems(settings).find(setting => at(setting, 'Name') === 'containerInsights'),
        'Value',
      ),
    );
}

function readExecLogging(templates: Templates, value: Resolved): Fact<ExecLoggingFacts> {
  const exec = asObject(value);
  if (exec === undefined || exec === UNKNOWN) return exec;
  const log = asObject(exec.LogConfiguration);
  const logGroup = asString(at(log, 'CloudWatchLogGroupName'));
  const bucket = asString(at(log, 'S3BucketName'));
  return {
    logging: asString(exec.Logging),
    logGroup,
    logEncryption: isEncrypted(
      asBoolean(at(log, 'CloudWatchEncryptionEnabled')),
      logGroup,
      keyOf(templates.referred(logGroup), 'KmsKeyId'),
    ),
    bucket,
    bucketEncryption: isEncrypted(asBoolean(at(log, 'S3EncryptionEnabled')), bucket, keyOf(templates.referred(bucket), 'BucketEncryption')),
    sessionKey: readKey(templates, exec.KmsKeyId),
    recordsInBucket: readRecords(templates, bucket),
  };
}

function readRecords(templates: Templates, bucket: Fact<string>): Fact<PolicyHolderFacts> {
  return typeof bucket === 'string' ? readObject(templates, templateBucketArn(`${bucket}/\${?}`)) : bucket;
}

/** The cluster may ask for encryption, or the target may have a key of its own; of a target made elsewhere that is not known. */
function isEncrypted(asked: Fact<boolean>, target: Fact<string>, ownKey: Resolved): Fact<boolean> {
  if (target === undefined) return undefined;
  if (asked === true) return true;
  if (ownKey === UNKNOWN) return UNKNOWN;
  return ownKey !== undefined ? true : asked === UNKNOWN ? UNKNOWN : false;
}

const keyOf = (target: Resource | undefined, property: string): Resolved => target === undefined ? UNKNOWN : target.properties[property];
