import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { HardenedFargateBaseProps } from './hardened-fargate-base-props';

/** Props of `HardenedFargateTask`. */
export interface HardenedFargateTaskProps extends HardenedFargateBaseProps {
  /**
   * The image of the application: an image asset, or an image in ECR.
   */
  readonly image: ecs.ContainerImage;
}
