import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { GrantFacts, RoleFacts } from '../../facts/model/role';
import { actionAmong, EVERYTHING } from '../iam/coverage';
import { isAccount } from '../iam/permission';
import type { TaskRule } from '../model/rule';

/** A condition may make any trust narrow, so that only trust without one counts as broad; single roles and users are nobody broad. */
export const rolesTrustedByEcsTasks: TaskRule = {
  id: 'roles-trusted-by-ecs-tasks',
  level: 'error',
  judges: 'task',
  property: 'TaskRoleArn',
  title: 'The execution role and the task role trust ecs-tasks.amazonaws.com, and neither another service nor a whole account.',
  why: 'Without that trust ECS cannot assume the role and no task starts; with a broader one, '
    + 'others act with the rights of the application.',
  fix: 'Let HardenedFargateService or ecs.FargateTaskDefinition make the roles, or set assumedBy of iam.Role to new '
    + "iam.ServicePrincipal('ecs-tasks.amazonaws.com') alone.",
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
          services: ['ecs.amazonaws.com'],
        },
      ],
    },
  },
  holds: ({ executionRole, taskRole }) => {
    const faults = distinct([executionRole, taskRole]).flatMap(({ id, trust }) =>
      isKnown(trust) ? faultsOf(trust).map(fault => `'${id}' ${fault}`) : [],
    );
    return faults.length === 0 || { seen: faults.join(', and ') };
  },
};

function distinct(roles: readonly Fact<RoleFacts>[]): readonly RoleFacts[] {
  const known = roles.flatMap(role => role !== undefined && isKnown(role) ? [role] : []);
  return known.filter(({ id }, index) => known.findIndex(other => other.id === id) === index);
}

function faultsOf(trust: readonly GrantFacts[]): readonly string[] {
  const assuming = trust.filter(({ effect, actions }) => effect === 'Allow' && actionAmong(actions, 'sts:AssumeRole') !== false);
  const others = [...new Set(assuming.filter(isPlain).flatMap(broad))];
  return [
    ...assuming.some(({ services }) => trustsTasks(services) !== false) ? [] : ['does not trust ecs-tasks.amazonaws.com'],
    ...others.length > 0 ? [`also trusts ${others.join(', ')}`] : [],
  ];
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
