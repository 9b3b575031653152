import type { ImageFacts } from '../../facts/model/container';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ExpiryFacts, RepositoryFacts } from '../../facts/model/repository';
import type { ContainerRule } from '../model/rule';

/** The image that runs, and the one before it. */
const NEEDED = 2;

export const repositoryKeepsImages: ContainerRule = {
  id: 'repository-keeps-images',
  class: 'weakens',
  judges: 'container',
  property: 'Image',
  reads: ['task.containers.image'],
  title: 'The repository should keep the images of running tasks and of a rollback.',
  why: 'If a lifecycle policy deletes the image of a deployment, ECS cannot start its tasks again. '
    + 'Replacement tasks and the rollback to that deployment fail.',
  fix: 'In lifecycleRules of ecr.Repository, set maxImageCount to 2 or more, and remove maxImageAge from the rule for all images. '
    + 'Give each image of HardenedFargateService or addContainer a unique tag.',
  see: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html#deployment-container-image-stability',
  ],
  prevents: ['pull/image-digest-gone', 'pull/image-not-found'],
  breaks: {
    image: {
      declared: {
        at: { path: 'Shop/Repository', property: 'Properties.LifecyclePolicy' },
        createdWithTask: false,
        mutableTags: false,
        expiries: [{ tagStatus: 'any', mostImages: 1, mostDays: undefined }],
      },
    },
  },
  holds: ({ image }) => {
    if (!isKnown(image) || image.declared === UNKNOWN) return UNKNOWN;
    const { declared } = image;
    if (declared === undefined) return true;
    if (!isKnown(declared.expiries)) return UNKNOWN;
    const [seen] = declared.expiries.flatMap(expiry => faultsOf(expiry, image, declared));
    return seen === undefined || { seen, at: declared.at };
  },
};

function faultsOf(expiry: ExpiryFacts, image: ImageFacts, { mutableTags }: RepositoryFacts): readonly string[] {
  const { tagStatus, mostImages, mostDays } = expiry;
  if (tagStatus === 'untagged') {
    return mutableTags === true && moves(image) ? ['the repository deletes untagged images, and each push moves the tag latest'] : [];
  }
  if (tagStatus !== 'any') return [];
  if (typeof mostDays === 'number') {
    return [`the repository deletes every image ${inDays(mostDays)} after its push, including images of running tasks`];
  }
  return typeof mostImages === 'number' && mostImages < NEEDED
    ? [`the repository keeps ${mostImages} image, and a rollback needs the one before it`]
    : [];
}

/** A tag that every push moves on leaves the image of the running tasks without one. */
const moves = ({ digest, tag }: ImageFacts): boolean => digest === undefined && (tag === undefined || tag === 'latest');

const inDays = (days: number): string => days === 1 ? '1 day' : `${days} days`;
