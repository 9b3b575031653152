import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

export const imageNotRateLimited: ContainerRule = {
  id: 'image-not-rate-limited',
  class: 'hygiene',
  judges: 'container',
  property: 'Image',
  reads: ['task.containers.image', 'task.containers.repositoryCredentials'],
  title: 'Images from Docker Hub should be pulled with registry credentials.',
  why: 'Docker Hub limits unauthenticated pulls for each IP address. All tasks behind a NAT gateway share one address and its limit.',
  fix: 'For image of HardenedFargateService or addContainer, use an image from ECR, a pull-through cache, or public.ecr.aws. '
    + 'Or set credentials of ecs.ContainerImage.fromRegistry.',
  see: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html'],
  prevents: ['pull/rate-limit'],
  breaks: { image: { reference: 'grafana/grafana:12.1.0', registry: 'docker-hub', tag: '12.1.0' } },
  holds: ({ image, repositoryCredentials }) => {
    if (!isKnown(image) || !isKnown(image.registry) || !isKnown(repositoryCredentials)) return UNKNOWN;
    if (image.registry !== 'docker-hub' || repositoryCredentials !== undefined) return true;
    return { seen: `'${image.reference}' is pulled from Docker Hub without registry credentials` };
  },
};
