import { Token } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';

const ECR_HOST = /^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws)\//;

/**
 * The registry other than ECR that a container's image is pulled from; undefined for ECR, and for a name that only deployment knows.
 *
 * A Dockerfile in the app and a repository construct both have such names, and both are in ECR.
 */
export function foreignRegistryOf(container: ecs.ContainerDefinition): string | undefined {
  const image = container.imageName;
  if (Token.isUnresolved(image) || ECR_HOST.test(image)) return undefined;
  const [first, ...rest] = image.split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first : 'Docker Hub';
}
