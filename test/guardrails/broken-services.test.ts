import { App, Duration, Fn, Lazy, SecretValue, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { forwardFromElsewhere, PlainService } from './plain-service';
import { byAspect, changed, type Declare, judgedWays, lowLevel, override, stackOf, withContainer, withService, withSidecar } from './ways-to-break';

const roleFor = (scope: Construct, id: string) => new iam.Role(scope, id, {
  assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
  managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSTaskExecutionRolePolicy')],
});

const EVERYTHING_BUT_SECRETS = { Statement: [{ Effect: 'Allow', Action: ['kms:*', 'logs:*', 'ssmmessages:*'], Resource: '*' }] };

/** The only thing that the execution role may not do is to read the parameter. */
const parameterWithoutPermission: Declare = (scope, vpc) => {
  const trust = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' } }] };
  const policies = [{ policyName: 'Rest', policyDocument: EVERYTHING_BUT_SECRETS }];
  const { attrArn: executionRoleArn } = new iam.CfnRole(scope, 'ExecutionRole', { assumeRolePolicyDocument: trust, policies });
  lowLevel({ container: { secrets: [{ name: 'DB_PASSWORD', valueFrom: '/shop/db' }] }, task: { executionRoleArn } })(scope, vpc);
};

const sameRoleByProp: Declare = (scope, vpc) => {
  const role = roleFor(scope, 'Role');
  new PlainService(scope, 'Plain', { vpc, task: { taskRole: role, executionRole: role } });
};

const roleThatNobodyMayChange: Declare = (scope, vpc) => void new PlainService(scope, 'Plain', { vpc, task: { executionRole: roleFor(scope, 'Role').withoutPolicyUpdates() } });

const partialArn: Declare = (scope, vpc) => {
  const arn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-db';
  const executionRole = roleFor(scope, 'Role');
  executionRole.addToPolicy(new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [arn] }));
  const secret = secretsmanager.Secret.fromSecretPartialArn(scope, 'Secret', arn);
  new PlainService(scope, 'Plain', { vpc, task: { executionRole: executionRole.withoutPolicyUpdates() }, container: { secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(secret) } } });
};

const targetGroupOfInstances: Declare = (scope, vpc) => {
  const group = new elbv2.CfnTargetGroup(scope, 'Group', {
    port: 80, protocol: 'HTTP', vpcId: vpc.vpcId, targetGroupAttributes: [{ key: 'deregistration_delay.timeout_seconds', value: '60' }],
  });
  const listener = new elbv2.CfnListener(scope, 'Listener', {
    loadBalancerArn: Fn.importValue('LoadBalancer'), port: 443, protocol: 'HTTPS', sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS, defaultActions: [{ type: 'forward', targetGroupArn: group.ref }],
  });
  lowLevel({ container: { portMappings: [{ containerPort: 80 }] }, service: { loadBalancers: [{ containerName: 'app', containerPort: 80, targetGroupArn: group.ref }], healthCheckGracePeriodSeconds: 60 } })(scope, vpc);
  scope.node.findChild('Service').node.addDependency(listener);
};

/** The CDK does not look at the kind of a target group that it knows by its ARN only. */
const importedGroupOfInstances: Declare = changed(({ service, cluster: { vpc } }) => {
  const group = new elbv2.ApplicationTargetGroup(service, 'Group', {
    vpc, port: 80, protocol: elbv2.ApplicationProtocol.HTTP, targetType: elbv2.TargetType.INSTANCE, deregistrationDelay: Duration.seconds(60),
  });
  service.node.addDependency(forwardFromElsewhere(service, group));
  const { targetGroupArn } = group;
  service.attachToApplicationTargetGroup(elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(service, 'Imported', { targetGroupArn }));
});

const openSessions: Declare = (scope, vpc) => void new PlainService(scope, 'Plain', { vpc, cluster: { executeCommandConfiguration: undefined } });

/** Every way in which people break a rule, tried in one app. */
const BROKEN: readonly (readonly [rule: string, way: string, declare: Declare])[] = [
  ['circuit-breaker', 'prop', withService({ circuitBreaker: undefined })],
  ['circuit-breaker', 'prop without rollback', withService({ circuitBreaker: { rollback: false } })],
  ['circuit-breaker', 'override', changed(({ cfnService }) => override(cfnService, 'DeploymentConfiguration.DeploymentCircuitBreaker.Enable', false))],
  ['circuit-breaker', 'Aspect', byAspect(ecs.CfnService, service => void (service.deploymentConfiguration = {}))],
  ['circuit-breaker', 'L1', lowLevel({ service: { deploymentConfiguration: undefined } })],
  ['separate-roles', 'prop', sameRoleByProp],
  ['separate-roles', 'override', changed(({ cfnTask, task }) => override(cfnTask, 'TaskRoleArn', task.executionRole?.roleArn))],
  ['separate-roles', 'Aspect', byAspect(ecs.CfnTaskDefinition, task => void (task.taskRoleArn = task.executionRoleArn))],
  ['separate-roles', 'L1', lowLevel({ task: { taskRoleArn: 'arn:aws:iam::111122223333:role/one', executionRoleArn: 'arn:aws:iam::111122223333:role/one' } })],
  ['execution-role-reads-secrets', 'prop', roleThatNobodyMayChange],
  ['execution-role-reads-secrets', 'partial ARN in a policy', partialArn],
  ['execution-role-reads-secrets', 'override', changed(service =>
    override(service.cfnTask, 'ContainerDefinitions.0.Secrets.0.ValueFrom', new secretsmanager.Secret(service, 'Other').secretArn))],
  ['execution-role-reads-secrets', 'Aspect', byAspect(iam.CfnPolicy, policy => void (policy.policyDocument = EVERYTHING_BUT_SECRETS))],
  ['execution-role-reads-secrets', 'L1', parameterWithoutPermission],
  ['target-type-ip', 'prop of an imported target group', importedGroupOfInstances],
  ['target-type-ip', 'override', changed(({ cfnTargetGroup }) => override(cfnTargetGroup, 'TargetType', 'instance'))],
  ['target-type-ip', 'deletion override', changed(({ cfnTargetGroup }) => cfnTargetGroup.addPropertyDeletionOverride('TargetType'))],
  ['target-type-ip', 'Aspect', byAspect(elbv2.CfnTargetGroup, group => void (group.targetType = 'alb'))],
  ['target-type-ip', 'L1', targetGroupOfInstances],
  ['grace-period-covers-start', 'start period of the container', withContainer({ healthCheck: { command: ['true'], startPeriod: Duration.minutes(5) } })],
  ['grace-period-covers-start', 'override', changed(({ cfnService, cfnTargetGroup }) => {
    override(cfnService, 'HealthCheckGracePeriodSeconds', 10);
    override(cfnTargetGroup, 'HealthCheckIntervalSeconds', 5);
    override(cfnTargetGroup, 'HealthCheckTimeoutSeconds', 4);
  })],
  ['stop-timeout-limits', 'prop', withContainer({ stopTimeout: undefined })],
  ['stop-timeout-limits', 'override', changed(({ cfnTask }) => override(cfnTask, 'ContainerDefinitions.0.StopTimeout', 600))],
  ['stop-timeout-limits', 'L1', lowLevel({ container: { stopTimeout: 121 } })],
  ['container-logging', 'prop', withContainer({ logging: undefined })],
  ['container-logging', 'override', changed(({ cfnTask }) => cfnTask.addPropertyDeletionOverride('ContainerDefinitions.0.LogConfiguration'))],
  ['container-logging', 'sidecar', withSidecar({ logging: undefined })],
  ['container-logging', 'L1', lowLevel({ container: { logConfiguration: undefined } })],
  ['fargate-supports-parameters', 'prop', withContainer({ privileged: true })],
  ['fargate-supports-parameters', 'override', changed(({ cfnTask }) => override(cfnTask, 'ContainerDefinitions.0.LinuxParameters', { SharedMemorySize: 64 }))],
  ['fargate-supports-parameters', 'Aspect', byAspect(ecs.CfnTaskDefinition, task => void (task.ipcMode = 'host'))],
  ['fargate-supports-parameters', 'L1', lowLevel({ container: { dnsServers: ['10.0.0.2'] } })],
  ['fargate-supports-parameters', 'override of the service', changed(({ cfnService }) => override(cfnService, 'PlacementConstraints', [{ Type: 'distinctInstance' }]))],
  ['fargate-supports-parameters', 'override for a Classic Load Balancer', changed(({ cfnService }) =>
    override(cfnService, 'LoadBalancers.0', { LoadBalancerName: 'classic', TargetGroupArn: undefined }))],
  ['fargate-supports-parameters', 'Aspect on the service', byAspect(ecs.CfnService, service => void (service.schedulingStrategy = 'DAEMON'))],
  ['fargate-supports-parameters', 'L1 of a service', lowLevel({ service: { placementStrategies: [{ type: 'spread', field: 'attribute:ecs.availability-zone' }] } })],
  ['image-pinned', 'prop', withContainer({ image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop') })],
  ['image-pinned', 'override', changed(({ cfnTask }) => override(cfnTask, 'ContainerDefinitions.0.Image', 'ghcr.io/example/shop:latest'))],
  ['image-pinned', 'L1', lowLevel({ container: { image: 'ghcr.io/example/shop:latest' } })],
  ['no-secrets-in-environment', 'prop', withContainer({ environment: { API_KEY: 'abc123' } })],
  ['no-secrets-in-environment', 'late variable', changed(({ container }) => container.addEnvironment('DATABASE_URL', 'postgres://app:hunter2@db/shop'))],
  ['no-secrets-in-environment', 'unwrapped secret', changed(({ container, secret }) => container.addEnvironment('DB', secret.secretValue.unsafeUnwrap()))],
  ['no-secrets-in-environment', 'key of a user', changed(({ container }) =>
    container.addEnvironment('MAIL_LOGIN', new iam.AccessKey(container, 'Key', { user: new iam.User(container, 'User') }).secretAccessKey.unsafeUnwrap()))],
  ['no-secrets-in-environment', 'override', changed(({ cfnTask }) => override(cfnTask, 'ContainerDefinitions.0.Environment.0', { Name: 'TOKEN', Value: 'abc123' }))],
  ['no-secrets-in-environment', 'L1', lowLevel({ container: { environment: [{ name: 'DB_PASSWORD', value: SecretValue.unsafePlainText('hunter2').unsafeUnwrap() }] } })],
  ['exec-audited', 'prop', openSessions],
  ['exec-audited', 'override', changed(({ cfnCluster }) => override(cfnCluster, 'Configuration.ExecuteCommandConfiguration.Logging', 'DEFAULT'))],
  ['exec-audited', 'Aspect', byAspect(ecs.CfnCluster, cluster => void (cluster.configuration = undefined))],
  ['exec-audited', 'target without a name', changed(({ cfnCluster }) =>
    cfnCluster.addPropertyDeletionOverride('Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchLogGroupName'))],
];

const lazyTask: Declare = (scope, vpc) => void new PlainService(scope, 'Plain', {
  vpc,
  container: { image: ecs.ContainerImage.fromRegistry(Lazy.string({ produce: () => 'ghcr.io/example/shop:2' })), environment: { API_KEY: Lazy.string({ produce: () => '' }) } },
});

const importedParts: Declare = (scope, vpc) => {
  const executionRole = iam.Role.fromRoleArn(scope, 'Role', 'arn:aws:iam::111122223333:role/execution');
  const cluster = ecs.Cluster.fromClusterAttributes(scope, 'Shared', { clusterName: 'shared', vpc });
  new PlainService(scope, 'Plain', { vpc, task: { executionRole }, service: { cluster } });
};

/** Services that no rule may complain about. */
const SOUND: readonly (readonly [way: string, declare: Declare])[] = [
  ['a plain service with the right settings', changed(() => undefined)],
  ['a service of resources with the right settings', lowLevel({})],
  ['a service with values that are settled late', lazyTask],
  ['a service with a cluster and a role that were made elsewhere', importedParts],
  ['a service whose breaker another controller replaces', lowLevel({ service: { deploymentConfiguration: undefined, deploymentController: { type: 'EXTERNAL' } } })],
  ['a service on instances', lowLevel({
    container: { privileged: true, image: 'latest' },
    service: { launchType: 'EC2' },
    task: { requiresCompatibilities: ['EC2'], networkMode: 'bridge' },
  })],
];

const faultsOf = judgedWays(BROKEN, SOUND);

test.each(BROKEN)('%s, broken by %s, is found and nothing else with it', (rule, way) => {
  expect(faultsOf(stackOf(rule, way))).toEqual([rule]);
});

test.each(SOUND)('%s is found without fault', way => {
  expect(faultsOf(stackOf('sound', way))).toEqual([]);
});

test('the CDK itself refuses a service in a target group of instances that it knows', () => {
  const stack = new Stack(new App(), 'S');
  const { service, cluster: { vpc } } = new PlainService(stack, 'Plain', { vpc: new ec2.Vpc(stack, 'Vpc') });
  expect(() => new elbv2.ApplicationTargetGroup(stack, 'Group', { vpc, port: 80, targetType: elbv2.TargetType.INSTANCE, targets: [service] })).toThrow("'instance'");
});
