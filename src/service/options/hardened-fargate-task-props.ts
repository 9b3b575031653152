import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { HardenedFargateBaseProps } from './hardened-fargate-base-props';

/** What a task runs that begins and ends, on a schedule or when somebody asks for it. */
export interface HardenedFargateTaskProps extends HardenedFargateBaseProps {
  /**
   * The image of the application: a folder with a Dockerfile, or an image in ECR.
   */
  readonly image: ecs.ContainerImage;
}
