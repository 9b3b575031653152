import type { ImageFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

/** What ECS runs a task on that does not say. */
const DEFAULT_ARCHITECTURE = 'X86_64';

/** Two processors that differ are an error; a task that says nothing and is right by default is a warning. */
export const architectureStated: ContainerRule = {
  id: 'architecture-stated',
  class: 'cannot start',
  promised: true,
  judges: 'container',
  property: 'Image',
  reads: ['task.containers.image', 'task.cpuArchitecture'],
  title: 'The task definition should set the CPU architecture that its images are built for.',
  why: 'If the architectures differ, the image pull fails, or the program exits with an exec format error.',
  fix: 'Set cpuArchitecture of HardenedFargateService, or runtimePlatform of ecs.FargateTaskDefinition, to the platform of '
    + 'ecs.ContainerImage.fromAsset. Or build the image for the CPU architecture of the task.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html'],
  prevents: ['pull/platform-mismatch', 'start/exec-format'],
  breaks: { image: { built: { cpuArchitecture: 'ARM64', user: '65532' } } },
  holds: ({ image }, { cpuArchitecture: stated }) => {
    const built = architectureOf(image);
    if (!isKnown(built) || !isKnown(stated) || isSymbolic(stated)) return UNKNOWN;
    if (stated === undefined && built === DEFAULT_ARCHITECTURE) {
      return { seen: `the image is built for ${built}, and the task definition sets no CPU architecture`, class: 'hygiene' };
    }
    return built === stated || { seen: `the image is built for ${built}, and the task runs on ${stated ?? DEFAULT_ARCHITECTURE}` };
  },
};

const isSymbolic = (text: string | undefined): boolean => text?.includes('${') ?? false;

/** An image of the app that states no platform is built for the processor of whatever machine builds it. */
function architectureOf(image: Known<ImageFacts>): Known<string> {
  if (!isKnown(image) || image.built === undefined || !isKnown(image.built)) return UNKNOWN;
  return image.built.cpuArchitecture ?? UNKNOWN;
}
