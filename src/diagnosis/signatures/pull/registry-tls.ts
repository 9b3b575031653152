import { showCertificates } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The registry shows a certificate that Fargate does not trust. */
export const pullRegistryTls: Signature = {
  cause: 'pull/registry-tls',
  atBest: 'certain',
  retriable: false,
  says: 'Fargate does not trust the certificate of the registry, and you cannot add certificates to Fargate. Use a '
    + 'certificate of a public authority for the registry, or copy the image to ECR.',
  toConfirm: 'Read the certificate of the registry. If it is self-signed, privately issued, expired, for another hostname, or '
    + 'missing (HTTP), this is the cause.',
  reads: ['stop'],
  oftenConfused: ['pull/network'],
  consolePages: ['repository'],
  suspectChanges: ['image', 'architecture', 'execution role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref '
        + 'registry.example.com/web:1: failed to do request: Head "https://registry.example.com/v2/web/manifests/1": '
        + 'x509: certificate signed by unknown authority',
    },
    {
      stoppedReason: 'CannotPullContainerError: inspect image has been retried 1 time(s): failed to resolve ref '
        + '"registry.example.com/web:1": failed to do request: Head https://registry.example.com/v2/web/manifests/1: '
        + 'tls: failed to verify certificate: x509: certificate has expired or is not yet valid',
    },
    {
      stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref '
        + 'registry.internal:5000/web:1: failed to do request: Head '
        + '"https://registry.internal:5000/v2/web/manifests/1": http: server gave HTTP response to HTTPS client',
    },
  ],
  clues: inStopReason({
    sure: 'certain',
    says: 'the certificate of the registry is not accepted',
    words: [
      '(CannotPull|failed to resolve ref|pull image) … x509',
      '(CannotPull|failed to resolve ref|pull image) … certificate signed by unknown authority',
      '(CannotPull|failed to resolve ref|pull image) … tls: failed to verify',
      '(CannotPull|failed to resolve ref|pull image) … remote error: tls',
      '(CannotPull|failed to resolve ref) … server gave HTTP response to HTTPS client',
    ],
  }),
  actions: evidence => [
    {
      title: 'Check the certificate of the registry.',
      commands: [showCertificates(evidence)],
      prop: null,
    },
    { title: 'Copy the image to ECR, and use that image name.', commands: [], prop: 'image' },
  ],
};
