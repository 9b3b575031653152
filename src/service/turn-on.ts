import { Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { cfnServiceOf } from './attached-groups';
import type { Timing } from './placement/timing';

/** Where ECS itself deploys; CodeDeploy and others know no circuit breaker and no alarms of a service. */
const deploysByItself = ({ deploymentController }: ecs.CfnService, stack: Stack): boolean => {
  const { type = 'ECS' }: { readonly type?: string } = stack.resolve(deploymentController) ?? {};
  return type === 'ECS';
};

/** Turns on what changes an existing service in place. What its author has stated stays as it is. */
export function turnOnForService(service: ecs.FargateService, { gracePeriod }: Timing): void {
  const resource = cfnServiceOf(service);
  const stack = Stack.of(service);
  // The CDK states false where nobody said anything.
  resource.enableEcsManagedTags = true;
  resource.propagateTags ??= ecs.PropagatedTagSource.SERVICE;
  if (deploysByItself(resource, stack)) deploySafely(resource, stack);
  const grace: unknown = stack.resolve(resource.healthCheckGracePeriodSeconds);
  const isAttached = [stack.resolve(resource.loadBalancers) ?? []].flat().length > 0;
  // The CDK states a minute where nobody said anything.
  if (isAttached && (grace === undefined || grace === 60)) resource.healthCheckGracePeriodSeconds = gracePeriod.toSeconds();
}

function deploySafely(resource: ecs.CfnService, stack: Stack): void {
  const stated: Partial<ecs.CfnService.DeploymentConfigurationProperty> = stack.resolve(resource.deploymentConfiguration) ?? {};
  resource.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker', { Enable: true, Rollback: true });
  // The CDK states half of the tasks where nobody said anything.
  if (stated.minimumHealthyPercent === undefined || stated.minimumHealthyPercent === 50) {
    resource.addPropertyOverride('DeploymentConfiguration.MinimumHealthyPercent', 100);
  }
  resource.availabilityZoneRebalancing ??= ecs.AvailabilityZoneRebalancing.ENABLED;
}

/** Turns on what the next revision of a task definition may have without another image. */
export function turnOnForTask({ node }: ecs.TaskDefinition, { stopTimeout }: Timing, readonlyRootFilesystem: boolean): void {
  const resource = node.defaultChild;
  const containers = node.children.filter(child => child instanceof ecs.ContainerDefinition);
  if (!(resource instanceof ecs.CfnTaskDefinition)) return;
  containers.forEach((container, index) => {
    const { linuxParameters, stopTimeout: stated, readonlyRootFilesystem: root } = container.renderContainerDefinition();
    const set = (property: string, value: unknown) => resource.addPropertyOverride(`ContainerDefinitions.${index}.${property}`, value);
    if (linuxParameters === undefined) set('LinuxParameters.InitProcessEnabled', true);
    if (stated === undefined) set('StopTimeout', stopTimeout.toSeconds());
    if (root !== true && readonlyRootFilesystem) set('ReadonlyRootFilesystem', true);
  });
}
