import { redeploy } from '../../advice/commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const PULLING = '(CannotPull|pull image manifest|failed to resolve ref|failed to copy|image has been retried)';

/** The way to the registry broke for a moment. */
export const pullTransientNetwork: Signature = {
  cause: 'pull/transient-network',
  atBest: 'likely',
  retriable: true,
  says: 'The connection to the registry was interrupted during the pull. ECS tries again automatically. If it happens '
    + 'often, check the errors of the NAT gateway and the status of the registry.',
  toConfirm: 'Check that the next task pulls the same image. If it does, the error was temporary.',
  reads: ['stop'],
  oftenConfused: ['pull/network', 'pull/rate-limit'],
  consolePages: ['repository'],
  suspectChanges: ['image', 'architecture', 'execution role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref '
        + 'quay.io/acme/web:1: failed to do request: Head "https://quay.io/v2/acme/web/manifests/1": net/http: TLS '
        + 'handshake timeout',
    },
    {
      stoppedReason: 'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReadSeeker: failed open: '
        + 'failed to do request: Get "https://cdn.example.com/layer": read tcp 10.0.1.4:5188->104.18.1.1:443: read: '
        + 'connection reset by peer',
    },
    {
      stoppedReason: 'CannotPullContainerError: ref pull has been retried 1 time(s): failed to unpack image on snapshotter '
        + 'overlayfs: failed to extract layer sha256:aa: unexpected EOF',
    },
  ],
  clues: inStopReason(
    {
      sure: 'likely',
      says: 'the registry was reached, and the connection then broke',
      words: [
        `${PULLING} … TLS handshake timeout`,
        `${PULLING} … connection reset by peer`,
        `${PULLING} … unexpected EOF`,
        `${PULLING} … : EOF`,
        `${PULLING} … 502 Bad Gateway`,
        `${PULLING} … 503 Service Unavailable`,
        `${PULLING} … 504 Gateway Time`,
        `${PULLING} … 500 Internal Server Error`,
        `${PULLING} … read: connection timed out`,
        `${PULLING} … stream error`,
      ],
    },
    {
      sure: 'possible',
      says: 'the pull was interrupted',
      words: [`${PULLING} … context canceled`, `${PULLING} … Client.Timeout exceeded while reading body`],
    },
  ),
  actions: evidence => [
    { title: 'Wait for the next attempt of the service, or start one.', commands: [redeploy(evidence)], prop: null },
    { title: 'Serve the image from ECR in the same Region.', commands: [], prop: 'image' },
  ],
};
