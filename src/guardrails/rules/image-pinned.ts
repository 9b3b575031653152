import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

const STABILITY = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html'
  + '#deployment-container-image-stability';
const VERSION_CONSISTENCY = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html'
  + '#ECS-Type-ContainerDefinition-versionConsistency';

export const imagePinned: ContainerRule = {
  id: 'image-pinned',
  class: 'weakens',
  judges: 'container',
  property: 'Image',
  reads: ['task.containers.image', 'task.containers.versionConsistency'],
  title: 'Every image should have a digest or a tag other than latest.',
  why: 'The tag latest can point to another image at the next deployment, so a redeployment or rollback can run an untested image. '
    + 'With versionConsistency disabled, this applies to each task.',
  fix: 'For image of HardenedFargateService or addContainer, use an asset (ecs.ContainerImage.fromAsset), a digest, or a release tag.',
  see: [STABILITY, VERSION_CONSISTENCY],
  prevents: ['pull/image-digest-gone'],
  breaks: { image: { tag: 'latest' } },
  holds: ({ image, versionConsistency }) => {
    if (!isKnown(image) || image.tag === UNKNOWN) return UNKNOWN;
    if (image.digest !== undefined) return true;
    if (image.tag !== undefined && image.tag !== 'latest') return true;
    const seen = `'${image.reference}' has ${image.tag === undefined ? 'no tag, so ECS uses latest' : 'the tag latest'}`;
    return versionConsistency === 'disabled'
      ? { seen: `${seen}, and versionConsistency is disabled`, see: [VERSION_CONSISTENCY] }
      : { seen, see: [STABILITY] };
  },
};
