import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

export const imagePinned: ContainerRule = {
  id: 'image-pinned',
  level: 'error',
  judges: 'container',
  property: 'Image',
  title: 'Every image is an asset, or names a digest or a tag other than latest.',
  why: 'What latest means changes without a deployment: a task that is replaced at night runs what nobody '
    + 'tested, and there is nothing to roll back to.',
  fix: 'Give image of HardenedFargateService or addContainer an asset (ecs.ContainerImage.fromAsset), a digest, or the tag of a release.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html#deployment-container-image-stability'],
  prevents: ['pull/image-digest-gone'],
  breaks: { image: { tag: 'latest' } },
  holds: ({ image }) => {
    if (!isKnown(image) || image.tag === UNKNOWN) return UNKNOWN;
    if (image.digest !== undefined) return true;
    if (image.tag === undefined) return { seen: `'${image.reference}' has no tag, which means latest` };
    return image.tag !== 'latest' || { seen: `'${image.reference}' has the tag latest` };
  },
};
