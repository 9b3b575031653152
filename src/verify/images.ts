import type { Check, Problem } from './problem';
import { after, written } from './written';
import type { Reading } from '../account/reading';
import type { ContainerFacts, ImageFacts } from '../facts/model/container';
import { isKnown } from '../facts/model/fact';

/** Images in private repositories of the Region that the app does not build itself. */
export const images: Check = async ({ containers }, reading) =>
  (await Promise.all(containers.map(container => imageOf(container, reading)))).flat();

async function imageOf({ at, image }: ContainerFacts, reading: Reading): Promise<readonly Problem[]> {
  const named = isKnown(image) ? namedImageOf(image) : undefined;
  if (named === undefined) return [];
  const { imageId, ...repository } = named;
  const answer = await reading.one('ecr:DescribeImages', { ...repository, imageIds: [imageId] });
  const version = imageId.imageDigest === undefined ? `:${imageId.imageTag}` : `@${imageId.imageDigest}`;
  return answer === undefined ? [{ at, seen: `the image ${repository.repositoryName}${version} does not exist in ECR` }] : [];
}

interface NamedImage {
  readonly repositoryName: string;
  readonly registryId?: string;
  readonly imageId: ImageId;
}

function namedImageOf(image: ImageFacts): NamedImage | undefined {
  if (!isOfOthers(image)) return undefined;
  const imageId = idOf(image);
  const repository = isKnown(image.repository) ? image.repository?.arn : undefined;
  const repositoryName = after(repository, ':repository/');
  if (imageId === undefined || repositoryName === undefined || OF_ASSETS.test(repositoryName)) return undefined;
  return { repositoryName, ...registryOf(repository), imageId };
}

const isOfOthers = ({ registry, region, built }: ImageFacts): boolean => registry === 'ecr' && region === undefined && built === undefined;

/** Without an account, AWS asks the registry of the caller. */
function registryOf(repository: unknown): Pick<NamedImage, 'registryId'> {
  const [registryId] = typeof repository === 'string' ? /(?<=:)\d{12}(?=:repository\/)/.exec(repository) ?? [] : [];
  return registryId === undefined ? {} : { registryId };
}

/** The repository to which `cdk deploy` pushes images of the app, whose manifest may not be beside the templates. */
const OF_ASSETS = /^cdk-[a-z0-9]+-container-assets-/;

interface ImageId {
  readonly imageDigest?: string;
  readonly imageTag?: string;
}

function idOf({ tag, digest }: ImageFacts): ImageId | undefined {
  const [imageDigest, imageTag] = [written(digest), written(tag ?? 'latest')];
  if (imageDigest !== undefined) return { imageDigest };
  return digest === undefined && imageTag !== undefined ? { imageTag } : undefined;
}
