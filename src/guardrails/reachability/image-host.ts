import type { ImageFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';

/**
 * Registries of which everybody knows that they are on the internet; any other may stand in the VPC itself, or behind a
 * link of its own.
 */
const ON_THE_INTERNET = [
  'cgr.dev',
  'docker.elastic.co',
  'gcr.io',
  'ghcr.io',
  'lscr.io',
  'mcr.microsoft.com',
  'nvcr.io',
  'pkg.dev',
  'quay.io',
  'registry.access.redhat.com',
  'registry.gitlab.com',
  'registry.k8s.io',
  'registry.redhat.io',
];

const HOSTS = { 'docker-hub': 'registry-1.docker.io', 'ecr-public': 'public.ecr.aws' } as const;

/** The host on the internet that an image is pulled from; none for an image in a private repository of ECR. */
export function imageHost(image: Known<ImageFacts>): readonly Known<string>[] {
  if (!isKnown(image) || !isKnown(image.registry)) return [UNKNOWN];
  switch (image.registry) {
    case 'ecr':
      return [];
    case 'other': {
      const host = image.reference.split('/')[0] ?? '';
      return [ON_THE_INTERNET.some(known => `.${host}`.endsWith(`.${known}`)) ? host : UNKNOWN];
    }
    default:
      return [HOSTS[image.registry]];
  }
}
