import { Token } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { ecrRegistryOf, takeApart } from '../aws/image-reference';

/**
 * The registry other than ECR that a container's image is pulled from; undefined for ECR, and for a name that only deployment knows.
 *
 * A Dockerfile in the app and a repository construct both have such names, and both are in ECR.
 */
export function foreignRegistryOf(container: ecs.ContainerDefinition): string | undefined {
  const image = container.imageName;
  if (Token.isUnresolved(image)) return undefined;
  const { host } = takeApart(image);
  return ecrRegistryOf(host) === undefined ? host ?? 'Docker Hub' : undefined;
}
