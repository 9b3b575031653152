import { SERVICE_PRINCIPALS } from '../../aws/service-principals';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { GrantFacts, RoleFacts } from '../../facts/model/role';
import { actionAmong, EVERYTHING } from '../iam/coverage';
import { isAccount } from '../iam/permission';
import type { TaskRule } from '../model/rule';

/** A condition may make any trust narrow, so that only trust without one counts as broad; single roles and users are nobody broad. */
export const rolesTrustedByEcsTasks: TaskRule = {
  id: 'roles-trusted-by-ecs-tasks',
  class: 'cannot start',
  judges: 'task',
  property: 'TaskRoleArn',
  reads: ['task.executionRole', 'task.taskRole'],
  title: `The execution role and the task role should trust only ${SERVICE_PRINCIPALS.ecsTasks}.`,
  why: 'Without this trust, ECS cannot assume the role, and no task starts. '
    + 'A broader trust gives others the permissions of the application.',
  fix: `Set assumedBy of iam.Role to new iam.ServicePrincipal('${SERVICE_PRINCIPALS.ecsTasks}'). `
    + 'HardenedFargateService and ecs.FargateTaskDefinition create such roles by default.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  ],
  prevents: ['init/role-assume'],
  breaks: {
    taskRole: {
      trust: [
        {
          effect: 'Allow',
          actions: ['sts:AssumeRole'],
          resources: ['*'],
          conditional: false,
          principals: [],
          services: [SERVICE_PRINCIPALS.ecs],
        },
      ],
    },
  },
  holds: ({ executionRole, taskRole }) => {
    const roles = distinct([executionRole, taskRole]);
    const refused = roles.flatMap(({ id, trust }) =>
      isKnown(trust) && !mayTrustTasks(trust) ? [`'${id}' does not trust ${SERVICE_PRINCIPALS.ecsTasks}`] : [],
    );
    const tooBroad = roles.flatMap(({ id, trust }) => isKnown(trust) ? othersIn(trust).map(other => `'${id}' also trusts ${other}`) : []);
    const faults = [...refused, ...tooBroad];
    return faults.length === 0 || { seen: faults.join('; '), ...refused.length === 0 && { class: 'weakens' } };
  },
};

function distinct(roles: readonly Fact<RoleFacts>[]): readonly RoleFacts[] {
  const known = roles.flatMap(role => role !== undefined && isKnown(role) ? [role] : []);
  return known.filter(({ id }, index) => known.findIndex(other => other.id === id) === index);
}

const assuming = (trust: readonly GrantFacts[]): readonly GrantFacts[] =>
  trust.filter(({ effect, actions }) => effect === 'Allow' && actionAmong(actions, 'sts:AssumeRole') !== false);

const mayTrustTasks = (trust: readonly GrantFacts[]): boolean => assuming(trust).some(({ services }) => trustsTasks(services) !== false);

/** Everybody else that certainly may assume the role, in one text. */
function othersIn(trust: readonly GrantFacts[]): readonly string[] {
  const others = [...new Set(assuming(trust).filter(isPlain).flatMap(broad))];
  return others.length > 0 ? [others.join(', ')] : [];
}

const isPlain = ({ actions, conditional }: GrantFacts): boolean => isKnown(actions) && conditional === false;

const trustsTasks = (services: GrantFacts['services']): Known<boolean> =>
  isKnown(services) ? services.some(isTasks) || (services.some(service => service.startsWith('${')) ? UNKNOWN : false) : UNKNOWN;

/** In China the name may end in `.cn`. */
const isTasks = (service: string): boolean => service.startsWith('ecs-tasks.');

function broad({ principals, services }: GrantFacts): readonly string[] {
  const everybody = isKnown(principals) ? principals.filter(principal => principal === EVERYTHING || isAccount(principal)) : [];
  return [...everybody, ...isKnown(services) ? services.filter(service => !isTasks(service) && !service.startsWith('${')) : []];
}
