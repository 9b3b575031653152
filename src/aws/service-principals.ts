/**
 * The names by which services of AWS act, the same in every partition.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
export const SERVICE_PRINCIPALS = {
  cloudWatch: 'cloudwatch.amazonaws.com',
  ecs: 'ecs.amazonaws.com',
  ecsTasks: 'ecs-tasks.amazonaws.com',
  eventBridge: 'events.amazonaws.com',
  lambda: 'lambda.amazonaws.com',
  loadBalancerLogs: 'logdelivery.elasticloadbalancing.amazonaws.com',
  logDelivery: 'delivery.logs.amazonaws.com',
  scheduler: 'scheduler.amazonaws.com',
} as const;
