import { after, written } from './written';
import type { JsonObject } from '../evidence/model/json-fields';
import type { ImageFacts } from '../facts/model/container';
import { isKnown } from '../facts/model/fact';

/** An image in a private repository of the Region, as calls of ECR name it. */
export interface NamedImage {
  /** The input that names it. */
  readonly asked: JsonObject;
  /** What people call it, such as `shop/web:1.4.2`. */
  readonly name: string;
}

/** Whether an image is the app's own, which `cdk deploy` builds and pushes. */
export const isBuiltByApp = ({ built, repository }: ImageFacts): boolean =>
  isKnown(built) && built !== undefined || OF_ASSETS.test(after(arnOf({ repository }), ':repository/') ?? '');

const arnOf = ({ repository }: Pick<ImageFacts, 'repository'>): unknown => isKnown(repository) ? repository?.arn : undefined;

/** The repository to which `cdk deploy` pushes images of the app, whose manifest may not be beside the templates. */
const OF_ASSETS = /^cdk-[a-z0-9]+-container-assets-/;

/** The image as it is written out in a template; absent for images of the app, of other registries, and of other Regions. */
export function namedImageOf(image: ImageFacts): NamedImage | undefined {
  if (image.registry !== 'ecr' || image.region !== undefined || isBuiltByApp(image)) return undefined;
  const imageId = idOf(image);
  const repository = arnOf(image);
  const repositoryName = after(repository, ':repository/');
  if (imageId === undefined || repositoryName === undefined) return undefined;
  const version = imageId.imageDigest === undefined ? `:${imageId.imageTag}` : `@${imageId.imageDigest}`;
  return { asked: { repositoryName, ...registryOf(repository), imageIds: [imageId] }, name: repositoryName + version };
}

/** Without an account, AWS asks the registry of the caller. */
function registryOf(repository: unknown): { readonly registryId?: string } {
  const [registryId] = typeof repository === 'string' ? /(?<=:)\d{12}(?=:repository\/)/.exec(repository) ?? [] : [];
  return registryId === undefined ? {} : { registryId };
}

interface ImageId {
  readonly imageDigest?: string;
  readonly imageTag?: string;
}

function idOf({ tag, digest }: ImageFacts): ImageId | undefined {
  const [imageDigest, imageTag] = [written(digest), written(tag ?? 'latest')];
  if (imageDigest !== undefined) return { imageDigest };
  return digest === undefined && imageTag !== undefined ? { imageTag } : undefined;
}
