import { argument, aws, listStoppedTasks } from './commands';
import type { Evidence } from '../../evidence/model/evidence';

/** Finds the tasks that failed: of the service, or of every service of the stack where the evidence names only a stack. */
export function findFailedTasks(evidence: Evidence): string {
  const { service, named } = evidence;
  return service === undefined && named?.stack !== undefined
    ? `npx hardened-fargate diagnose --stack ${argument(named.stack, 'stack')}`
    : listStoppedTasks(evidence);
}

/** Shows the ARN of each service of the stack, which names its cluster and the service; undefined where no stack is named. */
export const listServicesOfStack = (evidence: Evidence): string | undefined => evidence.named?.stack === undefined ? undefined : aws(
  evidence, 'cloudformation describe-stack-resources --stack-name', argument(evidence.named.stack, 'stack'),
  "--query 'StackResources[?contains(ResourceType,`ECS::Service`)].PhysicalResourceId'",
);
