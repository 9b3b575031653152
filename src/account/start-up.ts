import type { Reading } from './reading';
import { holdsSecretArn, withoutSecretKey } from '../aws/arn';
import { ecrRegistryOf, takeApart } from '../aws/image-reference';
import type { AccountPlace } from '../facts/account/account-place';
import type { ClusterAnswer } from '../facts/account/resources/cluster';
import type { FileSystemAnswer, FileSystemAnswers, MountTargetAnswer } from '../facts/account/resources/file-system';
import type { KeyAnswer, KeyAnswers } from '../facts/account/resources/key';
import type { LogGroupAnswer } from '../facts/account/resources/log-group';
import type { RepositoryAnswer, RepositoryAnswers } from '../facts/account/resources/repository';
import type { SecretAnswer, SecretAnswers } from '../facts/account/resources/secret';
import { logGroupNamesOf, type TaskDefinitionAnswer } from '../facts/account/resources/task-definition';
import { isKnown, type Known, UNKNOWN } from '../facts/model/fact';

interface ContainerAnswer {
  readonly image?: string;
  readonly secrets?: readonly { readonly valueFrom?: string }[];
  readonly repositoryCredentials?: { readonly credentialsParameter?: string };
  readonly logConfiguration?: {
    readonly secretOptions?: readonly { readonly valueFrom?: string }[];
  };
}

/** The fields of a task definition that name other things. */
interface TaskAnswer {
  readonly executionRoleArn?: string;
  readonly taskRoleArn?: string;
  readonly containerDefinitions?: readonly ContainerAnswer[];
  readonly volumes?: readonly { readonly efsVolumeConfiguration?: { readonly fileSystemId?: string } }[];
}

const containersIn = (tasks: readonly TaskDefinitionAnswer[]): readonly ContainerAnswer[] =>
  (tasks as readonly TaskAnswer[]).flatMap(({ containerDefinitions = [] }) => containerDefinitions);

/** The roles of tasks. */
export const roleArnsIn = (tasks: readonly TaskDefinitionAnswer[]): readonly string[] =>
  (tasks as readonly TaskAnswer[]).flatMap(({ executionRoleArn, taskRoleArn }) => [executionRoleArn ?? [], taskRoleArn ?? []].flat());

/** The log groups of containers and of sessions. */
export function readLogGroups(
  reading: Reading, tasks: readonly TaskDefinitionAnswer[], clusters: readonly ClusterAnswer[],
): Promise<readonly LogGroupAnswer[]> {
  const names = [
    ...tasks.flatMap(logGroupNamesOf),
    ...clusters.flatMap(({ configuration }) => configuration?.executeCommandConfiguration?.logConfiguration?.cloudWatchLogGroupName ?? []),
  ];
  return reading.each('logs:DescribeLogGroups', names, LOG_GROUPS_AT_ONCE, logGroupIdentifiers => ({ logGroupIdentifiers }), 'logGroups');
}

/** DescribeLogGroups takes no more identifiers at once. */
const LOG_GROUPS_AT_ONCE = 50;

/** The repositories of images in the account's own registry. */
export async function readRepositories(
  reading: Reading, tasks: readonly TaskDefinitionAnswer[], { account, region }: AccountPlace,
): Promise<readonly RepositoryAnswers[]> {
  const names = containersIn(tasks).flatMap(({ image = '' }) => {
    const { host, path } = takeApart(image);
    const registry = ecrRegistryOf(host);
    return registry?.account === account && registry.region === region ? [path] : [];
  });
  const repositories = await reading.each<RepositoryAnswer>(
    'ecr:DescribeRepositories', names, 100, repositoryNames => ({ repositoryNames }), 'repositories',
  );
  return Promise.all(repositories.map(async repository => {
    const { repositoryName } = repository;
    const [policy, lifecyclePolicy] = await Promise.all([
      reading.part<string>('ecr:GetRepositoryPolicy', { repositoryName }, 'policyText'),
      reading.part<string>('ecr:GetLifecyclePolicy', { repositoryName }, 'lifecyclePolicyText'),
    ]);
    return { repository, policy, lifecyclePolicy };
  }));
}

/** The secrets of Secrets Manager that containers are given, never their values. */
export async function readSecrets(reading: Reading, tasks: readonly TaskDefinitionAnswer[]): Promise<readonly SecretAnswers[]> {
  const references = containersIn(tasks).flatMap(({ secrets = [], logConfiguration, repositoryCredentials }) => [
    ...[...secrets, ...logConfiguration?.secretOptions ?? []].flatMap(({ valueFrom }) => valueFrom ?? []),
    ...[repositoryCredentials?.credentialsParameter ?? []].flat(),
  ]);
  const arns = new Set(references.filter(holdsSecretArn).map(withoutSecretKey));
  const secrets = await Promise.all([...arns].map(id => readSecret(reading, id)));
  return secrets.flatMap(secret => secret ?? []);
}

/** A secret by its name or ARN with its policy, never its value; undefined where it could not be read. */
export async function readSecret(reading: Reading, SecretId: string): Promise<SecretAnswers | undefined> {
  const secret = await reading.one('secretsmanager:DescribeSecret', { SecretId });
  if (!isKnown(secret) || secret === undefined) return undefined;
  const policy = await reading.part<string>('secretsmanager:GetResourcePolicy', { SecretId }, 'ResourcePolicy');
  return { secret: secret as SecretAnswer, policy };
}

/** The customer managed keys of secrets and of sessions. */
export async function readKeys(
  reading: Reading, secrets: readonly SecretAnswers[], clusters: readonly ClusterAnswer[],
): Promise<readonly KeyAnswers[]> {
  const names = [...secrets.map(({ secret: { KmsKeyId } }) => KmsKeyId), ...clusters.map(sessionKeyOf)];
  const keys = await Promise.all([...new Set(names)].map(async (KeyId): Promise<readonly KeyAnswers[]> => {
    if (KeyId === undefined || KeyId.includes('alias/aws/')) return [];
    const key: Known<KeyAnswer> = await reading.part<KeyAnswer>('kms:DescribeKey', { KeyId }, 'KeyMetadata') ?? UNKNOWN;
    if (!isKnown(key)) return [];
    const policy = await reading.part<string>('kms:GetKeyPolicy', { KeyId: key.KeyId, PolicyName: 'default' }, 'Policy');
    return [{ key, policy: policy ?? UNKNOWN, aliases: KeyId.startsWith('alias/') ? [KeyId] : [] }];
  }));
  return keys.flat();
}

const sessionKeyOf = ({ configuration }: ClusterAnswer): string | undefined => configuration?.executeCommandConfiguration?.kmsKeyId;

/** The file systems of volumes, with their mount targets. */
export async function readFileSystems(reading: Reading, tasks: readonly TaskDefinitionAnswer[]): Promise<readonly FileSystemAnswers[]> {
  const ids = (tasks as readonly TaskAnswer[]).flatMap(({ volumes = [] }) =>
    volumes.flatMap(({ efsVolumeConfiguration }) => efsVolumeConfiguration?.fileSystemId ?? []));
  const systems = await Promise.all([...new Set(ids)].map(async FileSystemId =>
    reading.all<FileSystemAnswer>('elasticfilesystem:DescribeFileSystems', { FileSystemId }, 'FileSystems')));
  return Promise.all(systems.flatMap(found => isKnown(found) ? found : []).map(async fileSystem => {
    const { FileSystemId } = fileSystem;
    const targets: Known<readonly MountTargetAnswer[]> =
      await reading.all('elasticfilesystem:DescribeMountTargets', { FileSystemId }, 'MountTargets');
    return { fileSystem, mountTargets: isKnown(targets) ? await Promise.all(targets.map(target => guarded(reading, target))) : UNKNOWN };
  }));
}

async function guarded(reading: Reading, target: MountTargetAnswer): Promise<MountTargetAnswer> {
  const securityGroups = await reading.all<string>(
    'elasticfilesystem:DescribeMountTargetSecurityGroups', { MountTargetId: target.MountTargetId }, 'SecurityGroups',
  );
  return { ...target, securityGroups };
}
