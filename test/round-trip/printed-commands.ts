import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Evidence } from '../../src/evidence/model/evidence';
import { evidenceOf } from '../diagnosis/evidence-of';
import { evidenceOfSighting } from '../diagnosis/sighting';

const around = (evidence: Evidence): Evidence => ({
  ...evidence,
  region: 'eu-west-1',
  cluster: 'shop',
  service: 'checkout',
  task: {
    ...evidence.task,
    taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248dbaf4ae2cfa1662986',
    taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:7',
    stoppedAt: '2026-11-02T03:30:00.000Z',
    containers: evidence.task.containers.length > 0 ? evidence.task.containers : [{ name: 'app' }],
    attachments: [{ details: { subnetId: 'subnet-0a1b2c3d', networkInterfaceId: 'eni-0a1b2c3d', privateIPv4Address: '10.0.0.5' } }],
  },
});

/** What IAM says when a policy of each kind denies. */
const DENIALS = [
  'because no permissions boundary allows the ecr:BatchGetImage action', 'with an explicit deny in a service control policy',
  'with an explicit deny in a resource control policy', 'because no VPC endpoint policy allows the ecr:BatchGetImage action',
  'with an explicit deny in an identity-based policy', 'because no session policy allows the ecr:BatchGetImage action',
].map(how => evidenceOf({
  task: {
    stoppedReason: 'CannotPullContainerError: User: arn:aws:sts::111122223333:assumed-role/execution/c50e321c is not authorized to perform: '
      + `ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:111122223333:repository/web ${how}`,
  },
}));

const SECRET_IN_PART = evidenceOf({
  task: {
    stoppedReason: 'ResourceInitializationError: unable to pull secrets: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/execution/c50e321c '
      + 'is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db because no '
      + 'identity-based policy allows the secretsmanager:GetSecretValue action',
  },
});

const UNKNOWN = evidenceOf({ service: 'checkout', task: { stoppedReason: 'Something nobody has seen' } });

/** Every command of the AWS CLI that a report can print, and those inside of them. */
export function printedCommands(): readonly string[] {
  const sightings = SIGNATURES.flatMap(({ seenIn }) => seenIn.map(evidenceOfSighting));
  const given = [...sightings, ...DENIALS, SECRET_IN_PART, UNKNOWN].flatMap(evidence => [around(evidence), evidence, withoutPlace(around(evidence))]);
  const printed = given.map(evidence => diagnose(evidence)).flatMap(({ actions, gaps }) => [
    ...actions.flatMap(({ commands }) => commands),
    ...gaps.flatMap(({ because }) => /aws [a-z].*$/.exec(because)?.[0] ?? []),
  ]);
  return [...new Set(printed.flatMap(withInner))].filter(command => command.startsWith('aws '));
}

const withoutPlace = (evidence: Evidence): Evidence => ({ ...evidence, task: { ...evidence.task, attachments: [] } });

const withInner = (command: string): readonly string[] => [
  command.replace(/"\$\(.*?\)"/g, 'vpc-0a1b2c3d'),
  ...[...command.matchAll(/"\$\((.*?)\)"/g)].map(([, inner]) => inner),
];
