import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { everyTaskOf } from '../task/every-task-of';
import { explainWildcard } from '../task/explain-wildcard';

/**
 * Lets the tasks of a service protect themselves, through the agent beside them, which needs no VPC endpoint.
 *
 * ECS makes up the id of a task, so the tasks of the cluster are the narrowest that can be named.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection.html
 */
export function allowTaskProtection({ cluster, taskDefinition, node }: ecs.FargateService): void {
  const tasks = everyTaskOf(cluster);
  const policy = new iam.Policy(taskDefinition, 'TaskProtection', {
    roles: [taskDefinition.taskRole],
    statements: [new iam.PolicyStatement({ actions: ['ecs:GetTaskProtection', 'ecs:UpdateTaskProtection'], resources: [tasks] })],
  });
  node.addDependency(policy);
  explainWildcard(policy, tasks, 'ECS generates the task ID; the tasks of the cluster are the narrowest resource.');
}
