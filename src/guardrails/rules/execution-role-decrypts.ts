import type { SecretFacts } from '../../facts/model/container';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import { mayUse } from '../iam/permission';
import { hasAll, type Need } from '../iam/role-needs';
import type { TaskRule } from '../model/rule';
import { startUpSecretsOf } from '../predicates/start-up-secrets';

/** The keys of log groups and of repositories are used by CloudWatch Logs and by ECR themselves, so that the role needs none of them. */
export const executionRoleDecrypts: TaskRule = {
  id: 'execution-role-decrypts',
  level: 'error',
  judges: 'task',
  property: 'ExecutionRoleArn',
  title: 'The execution role may decrypt every secret that is encrypted with a customer managed key.',
  why: 'Secrets Manager decrypts a secret for whoever asks only if that role may use its key; a refusal stops every task before it starts.',
  fix: 'Pass the secret in secrets of HardenedFargateService or of addContainer as the secretsmanager.Secret that was made '
    + 'with the encryptionKey, which grants the execution role, or call key.grantDecrypt(executionRole); a secret that is '
    + 'imported by its ARN does not know its key.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html#task-execution-secrets'],
  prevents: ['init/secret-kms'],
  breaks: {
    executionRole: { statements: [{ effect: 'Allow', actions: ['*'], exceptActions: ['kms:*'], resources: ['*'], conditional: false }] },
  },
  holds: ({ containers, executionRole }) => {
    // Without an execution role the secret is not even read, which is another rule's fault to find.
    if (executionRole === undefined) return true;
    if (!isKnown(containers)) return UNKNOWN;
    const secrets = containers.flatMap(startUpSecretsOf);
    const verdict = hasAll(secrets.filter(isKnown).flatMap(decryptionOf), executionRole, 'execution role');
    return verdict !== true || secrets.every(isKnown) ? verdict : UNKNOWN;
  },
};

function decryptionOf({ name, kmsKey }: SecretFacts): readonly Need[] {
  if (kmsKey === undefined) return [];
  return [{ to: `use the key of '${name}'`, actions: ['kms:Decrypt'], may: (role, action) => mayUse(role, action, kmsKey) }];
}
