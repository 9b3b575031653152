import { redeploy } from '../../advice/commands';
import { listImages, lookUpImage } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The digest that ECS pinned at deployment is no longer in the registry. */
export const pullImageDigestGone: Signature = {
  cause: 'pull/image-digest-gone',
  atBest: 'likely',
  retriable: false,
  says: 'The deployment pinned a digest that is no longer in the registry. The tag was overwritten, and the old image was '
    + 'deleted, often by a lifecycle policy. Deploy again to pin the current image.',
  toConfirm: 'Look up the digest in the repository. If only the tag exists, with another digest, this is the cause.',
  reads: ['stop'],
  oftenConfused: ['pull/image-not-found', 'pull/ecr-permission'],
  consolePages: ['repository'],
  suspectChanges: ['image', 'architecture', 'execution role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref '
        + '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:latest@'
        + 'sha256:6ecf45eff21e095ad8d60b724a6bbca29df49da3b39fe80237ad7d688723c870: not found',
    },
  ],
  clues: inStopReason(
    {
      sure: 'likely',
      says: 'the pinned digest is not in the registry',
      words: [
        '@sha256:… not found',
        '@sha256:… manifest unknown',
        '@sha256:… name unknown',
        '@sha256:… 404 Not Found',
      ],
    },
    {
      sure: 'possible',
      says: 'across accounts, ECR returns 403 for a missing digest too',
      words: ['@sha256:… 403 Forbidden'],
      unless: ['starport', 'is not authorized to perform'],
    },
    {
      sure: 'possible',
      says: 'the deployment pinned a digest',
      words: ['failed to resolve ref … @sha256:'],
      unless: ['dial tcp', 'timeout', 'connection issue', 'request canceled', 'deadline exceeded'],
    },
  ),
  actions: evidence => [
    { title: 'Deploy again to resolve the tag to the current digest.', commands: [redeploy(evidence)], prop: null },
    {
      title: 'Check whether the digest exists, and what a lifecycle policy removes.',
      commands: [lookUpImage(evidence), listImages(evidence)],
      prop: 'image',
    },
  ],
};
