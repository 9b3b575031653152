import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

/** That two platforms which are stated agree is another rule's concern. */
export const imagePlatformStated: ContainerRule = {
  id: 'image-platform-stated',
  class: 'may fail',
  judges: 'container',
  property: 'Image',
  reads: ['task.containers.image'],
  title: 'Images that the app builds should set their platform.',
  why: 'Without a platform, Docker builds for the CPU architecture of the machine that builds. '
    + 'If the task runs on another architecture, its program exits with an exec format error.',
  fix: 'Set platform: Platform.LINUX_AMD64 or Platform.LINUX_ARM64 in ecs.ContainerImage.fromAsset, to match cpuArchitecture of '
    + 'HardenedFargateService or runtimePlatform of ecs.FargateTaskDefinition.',
  see: [
    'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecr_assets-readme.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html',
  ],
  prevents: ['pull/platform-mismatch', 'start/exec-format'],
  breaks: { image: { built: { cpuArchitecture: undefined } } },
  holds: ({ image }) => {
    if (!isKnown(image) || image.built === UNKNOWN) return UNKNOWN;
    if (image.built === undefined || image.built.cpuArchitecture !== undefined) return true;
    return { seen: 'the image is built for the CPU architecture of the machine that builds it' };
  },
};
