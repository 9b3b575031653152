import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

export const imageNotRateLimited: ContainerRule = {
  id: 'image-not-rate-limited',
  level: 'warning',
  judges: 'container',
  property: 'Image',
  title: 'No image is pulled from Docker Hub without an account.',
  why: 'Docker Hub counts pulls without an account per address, and all tasks behind a NAT gateway have the same '
    + 'one: on a busy day no task starts any more.',
  fix: 'Take image of HardenedFargateService or addContainer from ECR, where a pull-through cache can hold it, or from public.ecr.aws, '
    + 'or pass credentials to ecs.ContainerImage.fromRegistry.',
  see: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html'],
  prevents: ['pull/rate-limit'],
  breaks: { image: { reference: 'grafana/grafana:12.1.0', registry: 'docker-hub', tag: '12.1.0' } },
  holds: ({ image, repositoryCredentials }) => {
    if (!isKnown(image) || !isKnown(image.registry) || !isKnown(repositoryCredentials)) return UNKNOWN;
    return image.registry !== 'docker-hub' || repositoryCredentials !== undefined || { seen: `'${image.reference}' comes from Docker Hub` };
  },
};
