import { CfnResource } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { PlainService } from '../plain-service';
import { changed, type Declare, judgedTogether, lowLevel } from '../ways-to-break';

/** The good service, from which an escape hatch takes what it waits for. */
const withoutDependencies = changed(({ service }) => service.node.findAll().filter(CfnResource.isCfnResource)
  .forEach(resource => resource.addOverride('DependsOn', undefined)));

/** A service of resources with a policy beside the role, which it may or may not wait for. */
const withPolicyBeside = (waits: boolean, circuitBreaker: boolean): Declare => (scope, vpc) => {
  const trust = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' } }] };
  const role = new iam.CfnRole(scope, 'Role', { assumeRolePolicyDocument: trust });
  const everything = { Statement: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }] };
  const policy = new iam.CfnPolicy(scope, 'Policy', { policyName: 'start', roles: [role.ref], policyDocument: everything });
  lowLevel({
    task: { executionRoleArn: role.attrArn },
    service: { deploymentConfiguration: { deploymentCircuitBreaker: { enable: circuitBreaker, rollback: circuitBreaker } } },
  })(scope, vpc);
  if (waits) (scope.node.findChild('Service') as ecs.CfnService).addDependency(policy);
};

/** A plain service of the CDK as people write it, with what makes it wait. */
const plain = (waits: (task: ecs.FargateTaskDefinition, cluster: ecs.Cluster) => readonly Construct[]): Declare => (scope, vpc) => {
  const cluster = new ecs.Cluster(scope, 'Cluster', { vpc, enableFargateCapacityProviders: true });
  const taskDefinition = new ecs.FargateTaskDefinition(scope, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3'), logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'shop' }) });
  const service = new ecs.FargateService(scope, 'Service', {
    cluster, taskDefinition, circuitBreaker: { rollback: true }, capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }],
  });
  service.node.addDependency(...waits(taskDefinition, cluster));
};

/** A service with a volume on a file system of the same stack, which it may or may not wait for. */
const withFiles = (waits: boolean, enable: boolean): Declare => (scope, vpc) => {
  const cluster = new ecs.Cluster(scope, 'Cluster', { vpc });
  const fileSystem = new efs.FileSystem(scope, 'Files', { vpc });
  const taskDefinition = new ecs.FargateTaskDefinition(scope, 'Task');
  const container = taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3') });
  taskDefinition.addVolume({ name: 'files', efsVolumeConfiguration: { fileSystemId: fileSystem.fileSystemId, transitEncryption: 'ENABLED' } });
  container.addMountPoints({ containerPath: '/files', sourceVolume: 'files', readOnly: false });
  const service = new ecs.FargateService(scope, 'Service', { cluster, taskDefinition, circuitBreaker: { enable, rollback: enable } });
  if (waits) service.node.addDependency(fileSystem.mountTargetsAvailable);
};

describe('service-waits-for-needs', () => {
  const found = judgedTogether({
    ByOverride: withoutDependencies,
    ByL1: withPolicyBeside(false, true),
    Unwaiting: plain(() => []),
    UnwaitingForCapacity: plain(task => [task.obtainExecutionRole()]),
    UnwaitingForPolicy: plain((_, cluster) => [cluster]),
    Fixed: plain((task, cluster) => [task.obtainExecutionRole(), cluster]),
    Good: (scope, vpc) => void new PlainService(scope, 'Plain', { vpc }),
    L1Waits: withPolicyBeside(true, true),
    NoCircuitBreaker: withPolicyBeside(false, false),
    UnwaitingForFiles: withFiles(false, true),
    WaitingForFiles: withFiles(true, true),
    FilesWithoutCircuitBreaker: withFiles(false, false),
  });

  test.each(['ByOverride', 'ByL1', 'Unwaiting', 'UnwaitingForCapacity', 'UnwaitingForPolicy', 'UnwaitingForFiles'])('is reported for %s', stack => {
    expect(found(stack)).toContain('service-waits-for-needs');
  });

  test.each(['Fixed', 'Good', 'L1Waits', 'NoCircuitBreaker', 'WaitingForFiles', 'FilesWithoutCircuitBreaker'])('is not reported for %s', stack => {
    expect(found(stack)).not.toContain('service-waits-for-needs');
  });
});
