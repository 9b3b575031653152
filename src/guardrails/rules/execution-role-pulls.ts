import type { ContainerFacts } from '../../facts/model/container';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import { NO_ARN } from '../iam/coverage';
import { mayDo, mayDoTo } from '../iam/permission';
import { hasAll, type Need } from '../iam/role-needs';
import type { TaskRule } from '../model/rule';

export const executionRolePulls: TaskRule = {
  id: 'execution-role-pulls',
  class: 'cannot start',
  judges: 'task',
  property: 'ExecutionRoleArn',
  reads: ['task.containers.image', 'task.executionRole', 'task.taskRole'],
  title: 'The execution role should have permission to pull every image from private ECR repositories.',
  why: 'ECS signs in to ECR and pulls images with the execution role, not with the task role. Without permission, no task starts.',
  fix: 'For image of HardenedFargateService or addContainer, use ecs.ContainerImage.fromEcrRepository or fromAsset, which grant the '
    + 'execution role. Or call repository.grantPull(executionRole). The action ecr:GetAuthorizationToken requires the resource *.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html'],
  prevents: ['pull/ecr-permission'],
  breaks: {
    executionRole: { statements: [{ effect: 'Allow', actions: ['*'], exceptActions: ['ecr:*'], resources: ['*'], conditional: false }] },
  },
  holds: task => {
    const { containers } = task;
    if (!isKnown(containers)) return UNKNOWN;
    const pulls = containers.flatMap(pullOf);
    return hasAll(pulls.length > 0 ? [SIGN_IN, ...pulls] : [], task, 'executionRole');
  },
};

const SIGN_IN: Need = {
  to: 'sign in to ECR',
  actions: ['ecr:GetAuthorizationToken'],
  may: (role, action) => mayDo(role, action, [NO_ARN]),
};

/** A repository that was made elsewhere may have a policy that lets the role in. */
function pullOf({ image }: ContainerFacts): readonly Need[] {
  if (!isKnown(image) || image.registry !== 'ecr') return [];
  const { reference, repository = UNKNOWN } = image;
  return [
    {
      to: `pull '${reference}'`,
      actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      may: (role, action) => mayDoTo(role, action, repository),
    },
  ];
}
