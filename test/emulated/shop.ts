import { CreateLogGroupCommand, CreateLogStreamCommand, PutLogEventsCommand, PutRetentionPolicyCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateRepositoryCommand, PutImageCommand } from '@aws-sdk/client-ecr';
import {
  type ContainerDefinition, CreateClusterCommand, CreateServiceCommand, RegisterTaskDefinitionCommand, RunTaskCommand, StopTaskCommand,
} from '@aws-sdk/client-ecs';
import { CreateRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import type { Clients } from './clients';
import type { Network } from './network';
import { ACCOUNT, REGION } from './run-against';

export const CLUSTER = 'shop';

const LOG_GROUP = '/shop/web';
const REPOSITORY = 'shop/web';

export interface Shop {
  readonly secretArn: string;
  readonly executionRoleArn: string;
}

/** What services of the shop need: a cluster, an image for two platforms, a log group, a secret and a role that may read it. */
export async function makeShop({ ecs, ecr, iam, logs, secrets }: Clients): Promise<Shop> {
  await ecs.send(new CreateClusterCommand({ clusterName: CLUSTER, settings: [{ name: 'containerInsights', value: 'enabled' }] }));
  await logs.send(new CreateLogGroupCommand({ logGroupName: LOG_GROUP }));
  await logs.send(new PutRetentionPolicyCommand({ logGroupName: LOG_GROUP, retentionInDays: 30 }));
  await ecr.send(new CreateRepositoryCommand({ repositoryName: REPOSITORY, imageTagMutability: 'IMMUTABLE' }));
  await ecr.send(new PutImageCommand({ repositoryName: REPOSITORY, imageTag: '1.4.2', imageManifest: JSON.stringify(MANIFEST_LIST) }));
  const { ARN: secretArn = '' } = await secrets.send(new CreateSecretCommand({ Name: 'shop/password', SecretString: 'not to be read' }));
  const executionRoleArn = await makeExecutionRole(iam, secretArn);
  return { secretArn, executionRoleArn };
}

const platform = (architecture: string) => ({
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  digest: `sha256:${architecture.padEnd(64, '0')}`,
  size: 7,
  platform: { architecture, os: 'linux' },
});

const MANIFEST_LIST = {
  schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [platform('amd64'), platform('arm64')],
};

async function makeExecutionRole(iam: Clients['iam'], secretArn: string): Promise<string> {
  const RoleName = 'shop-execution';
  const { Role } = await iam.send(new CreateRoleCommand({
    RoleName,
    AssumeRolePolicyDocument: policy([{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }]),
  }));
  await iam.send(new PutRolePolicyCommand({
    RoleName,
    PolicyName: 'start',
    PolicyDocument: policy([
      { Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' },
      {
        Effect: 'Allow',
        Action: ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
        Resource: `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/${REPOSITORY}`,
      },
      { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${LOG_GROUP}:*` },
      { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: secretArn },
    ]),
  }));
  return Role!.Arn!;
}

const policy = (Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });

/** A task definition as the library makes it. */
export const definition = (shop: Shop, family: string, container: ContainerDefinition = {}) => new RegisterTaskDefinitionCommand({
  family,
  cpu: '256',
  memory: '512',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  executionRoleArn: shop.executionRoleArn,
  runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
  containerDefinitions: [{
    name: 'app',
    image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${REPOSITORY}:1.4.2`,
    essential: true,
    readonlyRootFilesystem: true,
    user: '1000',
    stopTimeout: 60,
    // Moto runs no task without it.
    memoryReservation: 256,
    cpu: 128,
    linuxParameters: { initProcessEnabled: true },
    secrets: [{ name: 'PASSWORD', valueFrom: shop.secretArn }],
    logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': LOG_GROUP, 'awslogs-region': REGION, 'awslogs-stream-prefix': 'app' } },
    ...container,
  }],
});

/** A service of the shop in subnets of a network. */
export const service = (serviceName: string, { subnetIds, taskGroupId }: Network, desiredCount = 1) => new CreateServiceCommand({
  cluster: CLUSTER,
  serviceName,
  taskDefinition: serviceName,
  desiredCount,
  launchType: 'FARGATE',
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true }, minimumHealthyPercent: 100, maximumPercent: 200 },
  networkConfiguration: placement({ subnetIds, taskGroupId }),
});

const placement = ({ subnetIds, taskGroupId }: Pick<Network, 'subnetIds' | 'taskGroupId'>) =>
  ({ awsvpcConfiguration: { subnets: [...subnetIds], securityGroups: [taskGroupId], assignPublicIp: 'DISABLED' as const } });

/** A task that logged lines and then stopped, with the reason that ECS would give. */
export async function stoppedTask(
  { ecs, logs }: Clients, network: Network, family: string, reason: string, lines: readonly string[] = [],
): Promise<string> {
  const { tasks } = await ecs.send(new RunTaskCommand({
    cluster: CLUSTER, taskDefinition: family, launchType: 'FARGATE', group: `service:${family}`, networkConfiguration: placement(network),
  }));
  const task = tasks![0].taskArn!;
  const logStreamName = `app/app/${task.slice(task.lastIndexOf('/') + 1)}`;
  if (lines.length > 0) {
    await logs.send(new CreateLogStreamCommand({ logGroupName: LOG_GROUP, logStreamName }));
    await logs.send(new PutLogEventsCommand({
      logGroupName: LOG_GROUP, logStreamName, logEvents: lines.map((message, index) => ({ message, timestamp: Date.now() - 5000 + index })),
    }));
  }
  await ecs.send(new StopTaskCommand({ cluster: CLUSTER, task, reason }));
  return task;
}
