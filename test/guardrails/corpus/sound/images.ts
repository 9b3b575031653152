import { join } from 'node:path';
import { CfnParameter, CustomResource, Duration, Fn, type Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as assets from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { SoundConfiguration } from '../configuration';
import { endpointVpc } from '../parts/network';
import { soundService } from '../parts/service';
import { boundedLogging, soundTask } from '../parts/task';

const FOLDER = join(__dirname, '..', 'image');

/** A repository of the stack that keeps ten releases, and no image that lost its tag for long. */
const keeper = (stack: Stack): ecr.Repository => new ecr.Repository(stack, 'Own', {
  lifecycleRules: [{ tagStatus: ecr.TagStatus.UNTAGGED, maxImageAge: Duration.days(1) }, { maxImageCount: 10 }],
});

/** A worker with an image of a repository of its stack, which a custom resource fills. */
export function workerWithOwnRepository(stack: Stack, repository: ecr.Repository = keeper(stack)): void {
  new CustomResource(stack, 'Push', { serviceToken: Fn.importValue('ImageCopier'), properties: { to: repository.repositoryUri } });
  soundService(stack, { container: { image: ecs.ContainerImage.fromEcrRepository(repository, '1.4.2') } });
}

/** Places that images come from, and machines they are built for. */
export const IMAGES: readonly SoundConfiguration[] = [
  {
    sentence: 'an image that the CDK builds, on ARM',
    declare: stack => void soundService(stack, {
      task: { runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.LINUX, cpuArchitecture: ecs.CpuArchitecture.ARM64 } },
      container: { image: ecs.ContainerImage.fromAsset(FOLDER, { platform: assets.Platform.LINUX_ARM64 }) },
    }),
  },
  {
    sentence: 'an image that the CDK builds on a base image with its own user',
    declare: stack => void soundService(stack, {
      container: { user: undefined, image: ecs.ContainerImage.fromAsset(FOLDER, { file: 'Dockerfile.nonroot', platform: assets.Platform.LINUX_AMD64 }) },
    }),
  },
  {
    sentence: 'an image that the CDK builds, in isolated subnets',
    declare: stack => void soundService(stack, {
      vpc: endpointVpc(stack),
      container: { image: ecs.ContainerImage.fromAsset(FOLDER, { platform: assets.Platform.LINUX_AMD64 }) },
    }),
  },
  {
    sentence: 'an image in another account, pulled through VPC endpoints',
    declare: stack => {
      const repositoryArn = 'arn:aws:ecr:eu-west-1:444455556666:repository/base/worker';
      const repository = ecr.Repository.fromRepositoryAttributes(stack, 'Shared', { repositoryArn, repositoryName: 'base/worker' });
      soundService(stack, { vpc: endpointVpc(stack), container: { image: ecs.ContainerImage.fromEcrRepository(repository, '2026-11-01') } });
    },
  },
  {
    sentence: 'an image from Docker Hub, pulled with credentials through a NAT gateway',
    declare: stack => {
      const credentials = secretsmanager.Secret.fromSecretCompleteArn(stack, 'DockerHub', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:docker-hub-Ab12Cd');
      soundService(stack, { container: { image: ecs.ContainerImage.fromRegistry('grafana/grafana:12.1.0', { credentials }) } });
    },
  },
  {
    sentence: 'an image from a private registry in the VPC, with credentials read through a VPC endpoint',
    declare: stack => {
      const credentials = new secretsmanager.Secret(stack, 'RegistryAccount', { encryptionKey: new kms.Key(stack, 'Key', { enableKeyRotation: true }) });
      soundService(stack, {
        vpc: endpointVpc(stack, ['secretsmanager']),
        container: { image: ecs.ContainerImage.fromRegistry('registry.shop.internal/worker:1.4.2', { credentials }) },
      });
    },
  },
  {
    sentence: 'an image from Amazon ECR Public through a NAT gateway',
    declare: stack => void soundService(stack, { container: { image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29') } }),
  },
  {
    sentence: 'an image by digest from the GitHub Container Registry through a NAT gateway',
    declare: stack => void soundService(stack, {
      container: { image: ecs.ContainerImage.fromRegistry(`ghcr.io/shop/worker@sha256:${'0123456789abcdef'.repeat(4)}`) },
    }),
  },
  {
    sentence: 'an image from Docker Hub through a pull-through cache',
    declare: stack => {
      const cached = ecr.Repository.fromRepositoryName(stack, 'Cached', 'docker-hub/library/redis');
      soundService(stack, { container: { image: ecs.ContainerImage.fromEcrRepository(cached, '8.2') } });
    },
  },
  {
    sentence: 'an image in ECR by digest',
    declare: stack => {
      const repository = ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop/worker');
      soundService(stack, { container: { image: ecs.ContainerImage.fromEcrRepository(repository, `sha256:${'0123456789abcdef'.repeat(4)}`) } });
    },
  },
  {
    sentence: 'an image whose tag is set by the pipeline',
    declare: stack => {
      const repository = ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop/worker');
      soundService(stack, { container: { image: new ecs.TagParameterContainerImage(repository) } });
    },
  },
  {
    sentence: 'a repository in the same stack, with a service that the pipeline starts later',
    declare: stack => void soundService(stack, {
      container: { image: ecs.ContainerImage.fromEcrRepository(keeper(stack), '1.4.2') },
      service: { desiredCount: new CfnParameter(stack, 'Count', { type: 'Number' }).valueAsNumber },
    }),
  },
  {
    sentence: 'a repository in the same stack, with images from a custom resource',
    declare: stack => workerWithOwnRepository(stack),
  },
  {
    sentence: 'a Windows container',
    declare: stack => {
      const taskDefinition = soundTask(stack, {
        cpu: 1024,
        memoryLimitMiB: 2048,
        runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE, cpuArchitecture: ecs.CpuArchitecture.X86_64 },
      });
      taskDefinition.addContainer('app', {
        image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop/worker'), '1.4.2'),
        memoryLimitMiB: 2048,
        user: 'ContainerUser',
        stopTimeout: Duration.seconds(30),
        logging: boundedLogging(stack),
      });
      soundService(stack, { taskDefinition });
    },
  },
];
