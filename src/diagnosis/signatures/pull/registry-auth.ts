import { describeContainers } from '../../advice/commands';
import { officialImageOf } from '../../advice/named-resources';
import { lookUpImage } from '../../advice/resource-commands';
import { atMost, inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const ECR = ['.dkr.ecr.', 'ecr:', 'Amazon ECR'];

/** A private registry wants credentials. */
export const pullRegistryAuth: Signature = {
  cause: 'pull/registry-auth',
  atBest: 'likely',
  retriable: false,
  says: 'The registry requires credentials. The credentials of the task are missing or wrong. Store them in Secrets Manager '
    + 'as {"username","password"} and set that secret as repository credentials, or copy the image to ECR.',
  toConfirm: 'Pull the image elsewhere with the credentials of the task, or without any if none are set. If that fails but '
    + 'works with other credentials, this is the cause.',
  reads: ['stop'],
  oftenConfused: ['pull/image-not-found', 'pull/rate-limit'],
  stopFamilies: { image: 3 },
  consolePages: ['repository'],
  suspectChanges: ['image', 'architecture', 'execution role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref '
        + 'ghcr.io/acme/web:latest: failed to authorize: failed to fetch anonymous token: unexpected status from GET '
        + 'request to https://ghcr.io/token?scope=repository%3Aacme%2Fweb%3Apull&service=ghcr.io: 401 Unauthorized',
    },
    {
      stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref '
        + 'docker.io/acme/web:latest: pull access denied, repository does not exist or may require authorization: '
        + 'server message: insufficient_scope: authorization failed',
    },
    {
      containerReason: 'CannotPullContainerError: API error (500): Get https://registry-1.docker.io/v2/acme/web/manifests/1: '
        + 'unauthorized: incorrect username or password',
    },
  ],
  clues: evidence => atMost(officialImageOf(evidence) === undefined ? 'likely' : 'possible', words(evidence)),
  actions: evidence => [
    { title: 'Check whether the image can be pulled without credentials.', commands: [lookUpImage(evidence)], prop: null },
    {
      title: 'Set the secret with the registry credentials, or copy the image to ECR.',
      commands: [describeContainers(evidence, 'image', 'repositoryCredentials')],
      prop: 'image',
    },
  ],
};

const words = inStopReason(
  {
    sure: 'likely',
    says: 'the registry rejected the pull without valid credentials',
    words: [
      '401 Unauthorized',
      'failed to fetch anonymous token',
      'failed to fetch oauth token',
      'incorrect username or password',
      'authentication required',
      'HTTP Basic: Access denied',
      'failed to authorize',
      'unauthorized: ',
      'denied: permission_denied',
      'requested access to the resource is denied',
      'AuthorizationData is malformed',
      'denied: denied',
      'denied: access forbidden',
      'access forbidden',
    ],
    unless: [
      ...ECR,
      'dial tcp',
      'i/o timeout',
      'RequestError',
      'deadline exceeded',
      'docker.io/library/',
      'toomanyrequests',
      'connection reset',
      'TLS handshake',
    ],
  },
  {
    sure: 'likely',
    says: 'the repository is private or does not exist',
    words: [
      'insufficient_scope',
      'pull access denied',
    ],
    unless: [...ECR, 'docker.io/library/'],
  },
  {
    sure: 'possible',
    says: 'the repository is private or does not exist',
    words: [
      'insufficient_scope',
      'pull access denied',
      '403 Forbidden',
      'failed to resolve ref … unexpected status',
    ],
    unless: ['registry-1.docker.io', ...ECR, 's3.', 'is not authorized to perform'],
  },
);
