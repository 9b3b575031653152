import type * as ecs from 'aws-cdk-lib/aws-ecs';

/** The command that shows what ECS says about a service, ready to paste. */
export const showEvents = ({ cluster, serviceName }: ecs.IBaseService): string =>
  `aws ecs describe-services --cluster ${cluster.clusterName} --services ${serviceName} --query "services[0].events[:10].message"`;

/** The command that shows which targets are unhealthy and why, ready to paste. */
export const showTargets = (targetGroupArn: string): string =>
  `aws elbv2 describe-target-health --target-group-arn ${targetGroupArn} --query "TargetHealthDescriptions[].[Target.Id,TargetHealth]"`;
