import { lookUpImage } from '../../advice/resource-commands';
import { inLog, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** What docker says in the log of a build, or of a runner that starts containers itself. */
const IN_BUILD: Wording = {
  sure: 'likely',
  says: 'the registry rejected the pull because of its pull limit',
  words: ['toomanyrequests: ', 'reached your pull rate limit', 'reached your unauthenticated pull rate limit'],
};

/** The registry counts pulls, and this one was too many. */
export const pullRateLimit: Signature = {
  cause: 'pull/rate-limit',
  atBest: 'certain',
  retriable: true,
  says: 'The registry limits how often an IP address or account can pull, and the limit is reached. Pull the image from '
    + 'ECR, through a pull-through cache or as a copy, or use registry credentials.',
  toConfirm: 'Try again after some hours. If the same pull works then, the limit is the cause.',
  reads: ['stop', 'log'],
  oftenConfused: ['pull/network', 'pull/registry-auth'],
  stopFamilies: { image: 4 },
  consolePages: ['repository'],
  suspectChanges: ['image', 'architecture', 'execution role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'CannotPullContainerError: inspect image has been retried 5 time(s): failed to resolve ref '
        + '"docker.io/library/nginx:1": unexpected status code [manifests 1]: 429 Too Many Requests - Server message: '
        + 'toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and '
        + 'upgrading: https://www.docker.com/increase-rate-limit',
    },
    { containerReason: 'CannotPullContainerError: ERROR: toomanyrequests: Too Many Requests.' },
    {
      stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): toomanyrequests: Rate exceeded '
        + 'while pulling public.ecr.aws/docker/library/nginx:1',
    },
  ],
  clues: together(inLog(IN_BUILD), inStopReason(
    {
      sure: 'certain',
      says: 'the registry rejected the pull because of its pull limit',
      words: [
        'toomanyrequests',
        '429 Too Many Requests',
        'Too Many Requests',
        'status code 429',
        'status code: 429',
        'pull rate limit',
        'increase-rate-limit',
        '(CannotPull|image|ecr|ECR|registry) … Rate exceeded',
      ],
    },
    {
      sure: 'likely',
      says: 'Docker Hub returned an error; without its status code, 429 is the most common one',
      words: ['unexpected status code https://registry-1.docker.io'],
      unless: ['Forbidden', 'Unauthorized', 'Not Found', 'Gateway', 'Service Unavailable', 'Internal Server Error'],
    },
    {
      sure: 'possible',
      says: 'this error is documented for pull limits and for network faults',
      words: [
        'error pulling image conf',
        'inspect image has been retried # time(s): httpRead(er|)Seeker',
      ],
    },
  )),
  actions: evidence => [
    {
      title: 'Copy the image to ECR, or create a pull-through cache, and use that image name.',
      commands: [lookUpImage(evidence)],
      prop: 'image',
    },
  ],
};
