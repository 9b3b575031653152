import { Stack, Token, Tokenization } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { ecrRegistryOf, takeApart } from '../../aws/image-reference';

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

/**
 * Lets the execution role pull an image in ECR that is only named, as by `ContainerImage.fromRegistry`.
 *
 * A Dockerfile in the app and a repository construct grant the role by themselves; for a name the CDK grants nothing.
 */
export function grantPullByName(container: ecs.ContainerDefinition, image: ecs.ContainerImage, executionRole: iam.IRole): void {
  if (!(image instanceof ecs.RepositoryImage)) return;
  const { text, restored } = withSymbols(container.imageName);
  const { host, path } = takeApart(text);
  const registry = ecrRegistryOf(host);
  if (registry === undefined) return;
  const [account, region, repositoryName] = [registry.account, registry.region, path].map(restored);
  const repositoryArn = Stack.of(container)
    .formatArn({ service: 'ecr', account, region, resource: 'repository', resourceName: repositoryName });
  ecr.Repository.fromRepositoryAttributes(container, 'Repository', { repositoryArn, repositoryName }).grantPull(executionRole);
}

/** A name in which each part that only deployment knows is one character of Unicode's private use, and the way back. */
function withSymbols(name: string) {
  const tokens = Tokenization.reverseString(name).tokens.map(token => Token.asString(token));
  const symbolOf = (index: number) => String.fromCharCode(0xe000 + index);
  return {
    text: tokens.reduce((text, token, index) => text.split(token).join(symbolOf(index)), name),
    restored: (text: string) => tokens.reduce((part, token, index) => part.split(symbolOf(index)).join(token), text),
  };
}
