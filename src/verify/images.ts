import type { Check, Problem } from './problem';
import { after, written } from './written';
import type { Reading } from '../account/reading';
import type { ContainerFacts, ImageFacts } from '../facts/model/container';
import { isKnown } from '../facts/model/fact';

/** Images in private repositories of the Region that the app does not build itself. */
export const images: Check = async ({ tasks }, reading) => {
  const containers = tasks.flatMap(({ containers: each }) => isKnown(each) ? each : []);
  return (await Promise.all(containers.map(container => imageOf(container, reading)))).flat();
};

async function imageOf({ at, image }: ContainerFacts, reading: Reading): Promise<readonly Problem[]> {
  if (!isKnown(image) || image.registry !== 'ecr' || image.region !== undefined || image.built !== undefined) return [];
  const imageId = idOf(image);
  const repository = isKnown(image.repository) ? image.repository?.arn : undefined;
  const repositoryName = after(repository, ':repository/');
  if (imageId === undefined || repositoryName === undefined || OF_ASSETS.test(repositoryName)) return [];
  // Without an account, AWS asks the registry of the caller.
  const [registryId] = typeof repository === 'string' ? /(?<=:)\d{12}(?=:repository\/)/.exec(repository) ?? [] : [];
  const answer = await reading.one('ecr:DescribeImages', { repositoryName, ...registryId && { registryId }, imageIds: [imageId] });
  const version = imageId.imageDigest === undefined ? `:${imageId.imageTag}` : `@${imageId.imageDigest}`;
  return answer === undefined ? [{ at, seen: `the image ${repositoryName}${version} does not exist in ECR` }] : [];
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
