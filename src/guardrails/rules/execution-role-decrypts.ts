import type { SecretFacts } from '../../facts/model/container';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import { mayUse } from '../iam/permission';
import { hasAll, type Need } from '../iam/role-needs';
import type { TaskRule } from '../model/rule';
import { startUpSecretsOf } from '../predicates/start-up-secrets';

/** The keys of log groups and of repositories are used by CloudWatch Logs and by ECR themselves, so that the role needs none of them. */
export const executionRoleDecrypts: TaskRule = {
  id: 'execution-role-decrypts',
  class: 'cannot start',
  judges: 'task',
  property: 'ExecutionRoleArn',
  reads: [
    'task.containers.image', 'task.containers.repositoryCredentials', 'task.containers.secrets', 'task.executionRole', 'task.taskRole',
  ],
  title: 'The execution role should have permission to decrypt every secret under a customer managed key.',
  why: 'ECS reads secrets with the execution role before the container starts. Without kms:Decrypt on the key, no task starts.',
  fix: 'In secrets of HardenedFargateService or addContainer, pass the secretsmanager.Secret that has the encryptionKey; this grants '
    + 'the execution role. If you import the secret by ARN, also call key.grantDecrypt(executionRole).',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html#task-execution-secrets'],
  prevents: ['init/secret-kms'],
  breaks: {
    executionRole: { statements: [{ effect: 'Allow', actions: ['*'], exceptActions: ['kms:*'], resources: ['*'], conditional: false }] },
  },
  holds: task => {
    const { containers, executionRole } = task;
    // Without an execution role the secret is not even read, which is another rule's fault to find.
    if (executionRole === undefined) return true;
    if (!isKnown(containers)) return UNKNOWN;
    const secrets = containers.flatMap(startUpSecretsOf);
    const verdict = hasAll(secrets.filter(isKnown).flatMap(decryptionOf), task, 'executionRole');
    return verdict !== true || secrets.every(isKnown) ? verdict : UNKNOWN;
  },
};

function decryptionOf({ name, kmsKey }: SecretFacts): readonly Need[] {
  if (kmsKey === undefined) return [];
  return [{ to: `use the KMS key of '${name}'`, actions: ['kms:Decrypt'], may: (role, action) => mayUse(role, action, kmsKey) }];
}
