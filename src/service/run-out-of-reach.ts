import { Annotations } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { circuitBreakerOf, guardDeployments } from './guard-deployments';
import { Capacity } from './options/capacity';
import type { Deployment } from './options/deployment';
import type { HardenedFargateServiceProps } from './options/hardened-fargate-service-props';
import { AttachedService } from './placement/attached-service';
import { taskSecurityGroup } from './placement/task-security-group';
import type { Timing } from './placement/timing';
import { desiredCountOf } from './scaling/desired-count';

/** What is settled about a service before it is declared. */
interface Settled {
  readonly cluster: ecs.ICluster;
  readonly taskDefinition: ecs.FargateTaskDefinition;
  readonly vpcSubnets: ec2.SubnetSelection;
  readonly timing: Timing;
  readonly deployment: Deployment;
}

/** Declares a service whose tasks have no public address, and whose deployments keep all of them until others are healthy. */
export function runOutOfReach(scope: Construct, props: HardenedFargateServiceProps, settled: Settled): AttachedService {
  const { cluster, taskDefinition, vpcSubnets, timing, deployment } = settled;
  const service = new AttachedService(scope, 'Service', {
    cluster,
    taskDefinition,
    vpcSubnets,
    securityGroups: props.securityGroups ?? [taskSecurityGroup(scope, cluster.vpc)],
    assignPublicIp: false,
    desiredCount: desiredCountOf(props),
    serviceName: props.serviceName,
    capacityProviderStrategies: (props.capacity ?? Capacity.onDemand())._strategy,
    availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
    ...deployment._strategy,
    circuitBreaker: circuitBreakerOf(deployment._guards),
    // The CDK states it only beside a circuit breaker, and a service that no longer states it is replaced.
    deploymentController: { type: ecs.DeploymentControllerType.ECS },
    healthCheckGracePeriod: timing.gracePeriod,
    enableECSManagedTags: true,
    propagateTags: ecs.PropagatedTagSource.SERVICE,
  });
  guardDeployments(service, deployment._guards);
  if (deployment._guards.breaker === undefined) {
    Annotations.of(service).acknowledgeWarning('@aws-cdk/aws-ecs:shouldUseCircuitBreaker',
      'AWS documents no circuit breaker for canary and linear deployments: alarms roll them back.');
  }
  return service;
}
