import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

export const imagePinned: ContainerRule = {
  id: 'image-pinned',
  class: 'weakens',
  judges: 'container',
  property: 'Image',
  reads: ['task.containers.image'],
  title: 'Every image should have a digest or a tag other than latest.',
  why: 'The tag latest can point to another image at the next deployment, so a redeployment or rollback can run an untested image.',
  fix: 'For image of HardenedFargateService or addContainer, use an asset (ecs.ContainerImage.fromAsset), a digest, or a release tag.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html#deployment-container-image-stability'],
  prevents: ['pull/image-digest-gone'],
  breaks: { image: { tag: 'latest' } },
  holds: ({ image }) => {
    if (!isKnown(image) || image.tag === UNKNOWN) return UNKNOWN;
    if (image.digest !== undefined) return true;
    if (image.tag === undefined) return { seen: `'${image.reference}' has no tag, so ECS uses latest` };
    return image.tag !== 'latest' || { seen: `'${image.reference}' has the tag latest` };
  },
};
