import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';

/** A whole diagnosis of which a test names only what it is about. */
export const aDiagnosis = (given: Partial<Diagnosis> = {}): Diagnosis => ({
  schemaVersion: '1',
  cause: 'init/secret-permission',
  severity: 'failure',
  confidence: 'likely',
  title: 'checkout, container app: the execution role may not read the secret or parameter',
  summary: 'ECS could not read the secret before the container started. Allow the execution role to read it.',
  cluster: 'shop',
  service: 'checkout',
  taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248dbaf4ae2cfa1662986',
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:7',
  container: 'app',
  lastStatus: 'STOPPED',
  stopCode: 'TaskFailedToStart',
  stoppedReason: 'ResourceInitializationError: AccessDeniedException',
  exitCode: null,
  containerReason: null,
  clues: [{ source: 'stoppedReason', quote: 'AccessDeniedException', says: 'the store refused' }],
  alternatives: [{ cause: 'init/secret-kms', confidence: 'possible', toConfirm: 'Look for kms:Decrypt in the message.' }],
  actions: [{ title: 'Ask IAM whether the role may.', commands: ['aws iam simulate-principal-policy --policy-source-arn <role-arn>'], prop: 'secrets' }],
  prevention: [
    { guardrail: 'execution-role-reads-secrets', acknowledged: { reason: 'imported role' } },
    { guardrail: 'separate-roles', acknowledged: null },
  ],
  gaps: [{ source: 'container log', because: 'no line of it was given; read it with: aws logs get-log-events --limit 100' }],
  retriable: false,
  occurrences: 1,
  firstSeen: '2026-11-02T03:04:05.000Z',
  lastSeen: '2026-11-02T03:04:05.000Z',
  ...given,
});
