import { officialImageOf } from '../../advice/named-resources';
import { listImages, lookUpImage } from '../../advice/resource-commands';
import { inStopReason, together } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const OFFICIAL = 'official images of Docker Hub are public, so a denied one does not exist: the reference lacks its registry or account';

const ofOfficialImage = inStopReason({ sure: 'likely', says: OFFICIAL, words: ['pull access denied for'] });

/** The registry has no such image. */
export const pullImageNotFound: Signature = {
  cause: 'pull/image-not-found',
  atBest: 'certain',
  retriable: false,
  says: 'The registry has no such image: the repository, the tag, or the digest is wrong or was deleted. Push the '
    + 'image, or use an image that exists.',
  toConfirm: 'Look up the image in its registry by exactly the name in the message. If the repository, tag, or digest is '
    + 'missing, this is the cause.',
  reads: ['stop'],
  oftenConfused: ['pull/registry-auth', 'pull/image-digest-gone'],
  stopFamilies: { 'ECR image': 2, 'image': 2 },
  consolePages: ['repository'],
  suspectChanges: ['image', 'architecture', 'execution role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref '
        + '111122223333.dkr.ecr.ap-southeast-1.amazonaws.com/rag-nginx:latest: not found',
    },
    {
      serviceEvent: '(service web) was unable to place a task. '
        + 'Reason: CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref '
        + '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:v1: not found.',
    },
    {
      containerReason: 'CannotPullContainerError: API error (404): repository 111122223333.dkr.ecr.us-east-1.amazonaws.com/web/api '
        + 'not found',
    },
    {
      containerReason: 'CannotPullContainerError: Error response from daemon: manifest for '
        + '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:v2 not found: manifest unknown: Requested image not found',
    },
    {
      containerReason: 'CannotPullContainerError: Error response from daemon: manifest for '
        + 'nginx:0f6b3cdf5e24f0da3dd932acd84fd90e9786a522 not found',
    },
    {
      stoppedReason: 'CannotPullContainerError: inspect image has been retried 1 time(s): failed to resolve ref '
        + '"docker.io/acme/web:1.2.3": docker.io/acme/web:1.2.3: not found',
    },
  ],
  clues: together(evidence => officialImageOf(evidence) === undefined ? [] : ofOfficialImage(evidence), inStopReason(
    {
      sure: 'certain',
      says: 'the registry has no such image',
      words: [
        'failed to resolve ref…: not found',
        'manifest unknown',
        'name unknown',
        'tag unknown',
        'API error (404): repository',
        'manifest for … not found',
        'repository … not found',
        'does not exist in the registry with id',
        'Tag … not found in repository',
        'Requested image not found',
        'RepositoryNotFoundException',
        'ImageNotFoundException',
        'MANIFEST_UNKNOWN',
        'NAME_UNKNOWN',
        'No such image',
        '404 Not Found',
      ],
      unless: ['@sha256:'],
    },
    {
      sure: 'likely',
      says: OFFICIAL,
      words: [
        'docker.io/library/ … insufficient_scope',
        'docker.io/library/ … pull access denied',
      ],
    },
    {
      sure: 'likely',
      says: 'the reference is not a valid image name',
      words: [
        'invalid reference format',
        'failed to normalize image reference',
        'invalid image reference',
        'Check whether the image exists',
        'could not parse reference',
        'invalid repository name',
        'unknown blob',
        'blob unknown',
        "Invalid parameter at '(registryIds|repositoryName|imageIds|imageTag)",
        'repository name must be lowercase',
        'invalid tag format',
        'invalid checksum digest',
      ],
    },
    {
      sure: 'likely',
      says: 'the request for the manifest failed; the message does not give the response of the registry',
      words: [
        'CannotPullContainer … daemon: manifest for',
        'CannotPullContainer … API error (404)',
      ],
      unless: ['denied', 'timeout', 'unauthorized'],
    },
    {
      sure: 'possible',
      says: 'the reference names no image that can run: the build or the push is faulty',
      words: [
        "number of layers and diffIDs don't match",
        'no processor for media-type',
        'unsupported media type',
        'failed to resolve ref',
        'repository does not exist or may require',
      ],
      unless: [
        'failed to do request',
        'unexpected status',
        'dial tcp',
        'timeout',
        'connection issue',
        'Forbidden',
        'Unauthorized',
        'request canceled',
        'deadline exceeded',
        'toomanyrequests',
        'Too Many Requests',
        'x509',
        'EOF',
        'connection reset',
      ],
    },
  )),
  actions: evidence => [
    { title: 'Look up the image by exactly this name.', commands: [lookUpImage(evidence)], prop: null },
    { title: 'Deploy a tag or digest that exists.', commands: [listImages(evidence)], prop: 'image' },
  ],
};
