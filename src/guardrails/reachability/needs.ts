import { type Destination, host, service } from './destination';
import { imageHost } from './image-host';
import { templateBucketArn } from '../../aws/arn';
import type { ContainerFacts, ImageFacts, LogConfigurationFacts } from '../../facts/model/container';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';
import { startUpSecretsOf } from '../predicates/start-up-secrets';

/** What a destination is needed for. */
export type Purpose = 'ecr' | 'registry' | 'logs' | 'secrets' | 'env-files' | 'exec';

/** What a service's tasks have to reach over HTTPS; unknown for each thing that nobody can name. */
export const NEEDS: { readonly [purpose in Purpose]: (service: ServiceFacts) => readonly Known<Destination>[] } = {
  'ecr': ofContainers(({ image }) => {
    if (!isKnown(image) || !isKnown(image.registry)) return [UNKNOWN];
    return image.registry === 'ecr' ? pullOf(image) : [];
  }),
  'registry': ofContainers(({ image }) => imageHost(image).map(name => isKnown(name) ? host(name) : UNKNOWN)),
  'logs': ofContainers(({ logConfiguration }) => logsOf(logConfiguration)),
  'secrets': ofContainers(container => startUpSecretsOf(container).map(secret =>
    isKnown(secret) && isKnown(secret.store) ? { ...STORES[secret.store], region: secret.region } : UNKNOWN)),
  'env-files': ofContainers(({ environmentFiles: files }) =>
    isKnown(files) ? files.map(arn => service('s3', ['s3:GetObject'], isKnown(arn) ? arn : undefined)) : [UNKNOWN]),
  'exec': sessionsOf,
};

/**
 * ECR keeps image layers in a bucket of AWS's own in each Region.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
const pullOf = ({ region, dualStack }: ImageFacts): readonly Destination[] => [
  service('ecr.api', ['ecr:GetAuthorizationToken']),
  { ...service('ecr.dkr', ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']), ipv4Only: dualStack === false },
  service('s3', ['s3:GetObject'], templateBucketArn(`prod-${symbolOf(region)}-starport-layer-bucket/layer`)),
].map(destination => ({ ...destination, region }));

const symbolOf = (region: Fact<string>): string => region === UNKNOWN ? '${?}' : region ?? '${AWS::Region}';

const LOGS = service('logs', ['logs:CreateLogStream', 'logs:PutLogEvents']);

const STORES = {
  secretsmanager: service('secretsmanager', ['secretsmanager:GetSecretValue']),
  ssm: service('ssm', ['ssm:GetParameters']),
} as const;

const MESSAGES = service('ssmmessages', [
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
]);

function ofContainers(needs: (container: ContainerFacts) => readonly Known<Destination>[]) {
  return ({ task }: ServiceFacts): readonly Known<Destination>[] =>
    isKnown(task) && isKnown(task.containers) ? task.containers.flatMap(needs) : [UNKNOWN];
}

function logsOf(configuration: Fact<LogConfigurationFacts>): readonly Known<Destination>[] {
  if (!isKnown(configuration) || (configuration !== undefined && !isKnown(configuration.driver))) return [UNKNOWN];
  return configuration?.driver === 'awslogs' ? [{ ...LOGS, region: configuration.region }] : [];
}

/** A session runs over a channel of Systems Manager, under the key and into the record that the cluster says. */
function sessionsOf({ enableExecuteCommand: enabled, cluster }: ServiceFacts): readonly Known<Destination>[] {
  if (enabled !== true) return isKnown(enabled) ? [] : [UNKNOWN];
  if (!isKnown(cluster) || !isKnown(cluster.execLogging)) return [MESSAGES, UNKNOWN];
  const { sessionKey, logging, logGroup, bucket } = cluster.execLogging ?? {};
  const isRecorded = logging === UNKNOWN ? UNKNOWN : logging === 'OVERRIDE';
  return [
    MESSAGES,
    ...needed(sessionKey, true, service('kms', ['kms:Decrypt'])),
    ...needed(logGroup, isRecorded, service('logs', ['logs:PutLogEvents'])),
    ...needed(bucket, isRecorded, service('s3', ['s3:PutObject'])),
  ];
}

function needed(thing: Fact<unknown>, isUsed: Known<boolean>, destination: Destination): readonly Known<Destination>[] {
  if (thing === undefined || isUsed === false) return [];
  return [isUsed === true && isKnown(thing) ? destination : UNKNOWN];
}
