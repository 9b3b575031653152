import type { SecretFacts } from '../../facts/model/container';
import { type Fact, isKnown, UNKNOWN } from '../../facts/model/fact';
import type { RoleFacts } from '../../facts/model/role';
import { mayDo } from '../iam/permission';
import { arnsOf } from '../iam/secret-arns';
import type { ContainerRule } from '../model/rule';
import { startUpSecretsOf } from '../predicates/start-up-secrets';

/** What ECS calls, as the execution role, before the container starts. */
const READ = { secretsmanager: 'secretsmanager:GetSecretValue', ssm: 'ssm:GetParameters' } as const;

export const executionRoleReadsSecrets: ContainerRule = {
  id: 'execution-role-reads-secrets',
  level: 'error',
  judges: 'container',
  property: 'Secrets',
  title: 'The execution role may read every secret and parameter that its containers are given.',
  why: 'ECS fetches secrets as the execution role before a container starts, whatever the task role may do; a refusal stops every task.',
  fix: 'Pass the secret in secrets of HardenedFargateService or of addContainer as ecs.Secret, and the account at a registry in '
    + 'credentials of ecs.ContainerImage.fromRegistry, which grant the execution role, or call secret.grantRead(executionRole); in a '
    + 'policy of your own end a partial secret ARN with -??????.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html#task-execution-secrets',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
  ],
  prevents: ['init/secret-permission'],
  breaks: { secrets: [{ name: 'API_KEY', reference: '${Shop/OtherSecret.Ref}', store: 'secretsmanager' }] },
  holds: (container, { executionRole }) => {
    const secrets = startUpSecretsOf(container);
    const refused = secrets.filter(isKnown).filter(secret => isRefused(secret, executionRole)).map(({ name }) => `'${name}'`);
    if (refused.length === 0) return secrets.every(isKnown) || UNKNOWN;
    if (executionRole === undefined) return { seen: `the task definition has no execution role to read ${refused.join(', ')} with` };
    return { seen: `no policy of the execution role lets it read ${refused.join(', ')}` };
  },
};

function isRefused(secret: SecretFacts, role: Fact<RoleFacts>): boolean {
  if (role === undefined) return true;
  const arns = arnsOf(secret);
  if (!isKnown(role) || !isKnown(secret.store) || arns.length === 0) return false;
  return mayDo(role, READ[secret.store], arns, secret.grants) === false;
}
