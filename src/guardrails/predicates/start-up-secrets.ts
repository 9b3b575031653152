import type { ContainerFacts, SecretFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';

/**
 * What ECS reads from a store, as the execution role, before a container starts: its secrets, and the account at the
 * registry of its image.
 */
export const startUpSecretsOf = (container: ContainerFacts): readonly Known<SecretFacts>[] =>
  [...isKnown(container.secrets) ? container.secrets : NOBODY_KNOWS, ...accountOf(container)];

const NOBODY_KNOWS: readonly Known<SecretFacts>[] = [UNKNOWN];

/**
 * AWS documents such an account for registries other than ECR only, so that nobody knows whether it is read for an image of ECR.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html
 */
function accountOf({ image, repositoryCredentials: account }: ContainerFacts): readonly Known<SecretFacts>[] {
  if (account === undefined) return [];
  const isUsed = isKnown(image) && isKnown(image.registry) && image.registry !== 'ecr';
  return [isUsed ? account : UNKNOWN];
}
