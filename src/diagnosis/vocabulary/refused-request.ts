/** How ECS and CloudFormation refuse what makes or changes a service, where neither a task nor its size is at fault. */
export const REFUSED_REQUEST: readonly string[] = [
  'does not have an associated load balancer',
  'on services with a (CODE_DEPLOY|EXTERNAL) deployment controller',
  'already exists in stack arn:',
  'Error retrieving (subnet|security group) information for',
];
