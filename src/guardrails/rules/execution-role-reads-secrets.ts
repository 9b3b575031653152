import type { SecretFacts } from '../../facts/model/container';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { RoleFacts } from '../../facts/model/role';
import { mayDo } from '../iam/permission';
import { wrongRole } from '../iam/role-needs';
import { arnsOf } from '../iam/secret-arns';
import type { ContainerRule } from '../model/rule';
import { startUpSecretsOf } from '../predicates/start-up-secrets';

/** What ECS calls, as the execution role, before the container starts. */
const READ = { secretsmanager: 'secretsmanager:GetSecretValue', ssm: 'ssm:GetParameters' } as const;

export const executionRoleReadsSecrets: ContainerRule = {
  id: 'execution-role-reads-secrets',
  class: 'cannot start',
  judges: 'container',
  property: 'Secrets',
  reads: [
    'task.containers.image', 'task.containers.repositoryCredentials', 'task.containers.secrets', 'task.executionRole', 'task.taskRole',
  ],
  title: 'The execution role should have permission to read every secret of the containers.',
  why: 'ECS reads secrets with the execution role before a container starts, not with the task role. Without permission, no task starts.',
  fix: 'In secrets of HardenedFargateService or addContainer, pass an ecs.Secret, which grants the execution role. '
    + 'For registry credentials, set credentials of ecs.ContainerImage.fromRegistry. Or call secret.grantRead(executionRole). '
    + 'In your own policy, end a partial secret ARN with -??????.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html#task-execution-secrets',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
  ],
  prevents: ['init/secret-permission'],
  breaks: { secrets: [{ name: 'API_KEY', reference: '${Shop/OtherSecret.Ref}', store: 'secretsmanager' }] },
  holds: (container, task) => {
    const { executionRole } = task;
    const secrets = startUpSecretsOf(container);
    const unreadable = secrets.filter(isKnown).filter(secret => isRefused(secret, executionRole));
    const refused = unreadable.map(({ name }) => `'${name}'`);
    if (refused.length === 0) return secrets.every(isKnown) || UNKNOWN;
    if (executionRole === undefined) return { seen: `the task definition has no execution role to read ${refused.join(', ')}` };
    const id = isKnown(executionRole) ? executionRole.id : '';
    const wrong = wrongRole(task, 'executionRole', other => unreadable.every(secret => mayRead(secret, other) === true));
    return { seen: `no policy of the execution role '${id}' allows it to read ${refused.join(', ')}${wrong}` };
  },
};

const isRefused = (secret: SecretFacts, role: Fact<RoleFacts>): boolean =>
  role === undefined || (isKnown(role) && mayRead(secret, role) === false);

function mayRead(secret: SecretFacts, role: RoleFacts): Known<boolean> {
  const arns = arnsOf(secret);
  return isKnown(secret.store) && arns.length > 0 ? mayDo(role, READ[secret.store], arns, secret.grants) : UNKNOWN;
}
