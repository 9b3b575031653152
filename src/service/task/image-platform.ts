import { Token } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';

/** What the CDK keeps of a folder with a Dockerfile. */
interface AssetParts {
  readonly directory?: unknown;
  readonly props?: ecs.AssetImageProps;
}

/**
 * Has a folder with a Dockerfile built for the processor that its tasks run on, where it does not say what it is built for.
 *
 * Docker would build it for the machine that deploys. The CDK offers no other way to its parts; without them the image stays as it is,
 * and a guardrail says so.
 */
export function forProcessor(image: ecs.ContainerImage, cpuArchitecture: ecs.CpuArchitecture): ecs.ContainerImage {
  const platform = PLATFORMS.find(([architecture]) => architecture === cpuArchitecture)?.[1];
  if (!(image instanceof ecs.AssetImage) || platform === undefined) return image;
  const { directory, props } = image as unknown as AssetParts;
  if (typeof directory !== 'string' || Token.isUnresolved(directory) || props?.platform !== undefined) return image;
  return new ecs.AssetImage(directory, { ...props, platform });
}

const PLATFORMS = [[ecs.CpuArchitecture.X86_64, Platform.LINUX_AMD64], [ecs.CpuArchitecture.ARM64, Platform.LINUX_ARM64]] as const;
