import { Duration, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { DeployedConfiguration } from './deployed-configuration';
import type { Declare } from '../configuration';
import { certificate } from '../parts/load-balancer';
import { releasedImage } from '../parts/task';

type Props = Partial<patterns.ApplicationLoadBalancedFargateServiceProps>;

/** A public sample that serves on port 80 and that Docker Hub does not have. */
const SAMPLE = ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29');

const pattern = (
  props: (stack: Stack) => Props = () => ({}),
  change: (made: patterns.ApplicationLoadBalancedFargateService, stack: Stack) => void = () => undefined,
): Declare => stack =>
  change(new patterns.ApplicationLoadBalancedFargateService(stack, 'Shop', { memoryLimitMiB: 1024, cpu: 512, taskImageOptions: { image: SAMPLE }, ...props(stack) }), stack);

const inCluster = (props: (cluster: ecs.Cluster, stack: Stack) => Props, vpc: ec2.VpcProps = { maxAzs: 2 }): Declare => stack => {
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc', vpc) });
  pattern(() => ({ cluster, ...props(cluster, stack) }))(stack);
};

const twoBalancers: Declare = stack => {
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) });
  const made = new patterns.ApplicationMultipleTargetGroupsFargateService(stack, 'Shop', {
    cluster,
    memoryLimitMiB: 512,
    taskImageOptions: { image: SAMPLE, containerPorts: [80, 90] },
    targetGroups: [{ containerPort: 80 }, { containerPort: 90, pathPattern: 'a/b/c', priority: 10 }],
  });
  made.targetGroups[0].configureHealthCheck({ path: '/' });
};

/** A service of the patterns that a network load balancer calls, and whose tasks admit the VPC. */
const network = (props: Partial<patterns.NetworkLoadBalancedFargateServiceProps>): Declare => stack => {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const made = new patterns.NetworkLoadBalancedFargateService(stack, 'Shop', { vpc, memoryLimitMiB: 512, taskImageOptions: { image: SAMPLE }, ...props });
  made.service.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(80));
  made.service.connections.allowFrom(made.loadBalancer, ec2.Port.tcp(80));
  made.loadBalancer.connections.allowFromAnyIpv4(ec2.Port.tcp(props.listenerPort ?? 80));
};

const twoListeners: Declare = stack => {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const made = new patterns.NetworkMultipleTargetGroupsFargateService(stack, 'Shop', {
    vpc,
    memoryLimitMiB: 512,
    taskImageOptions: { image: SAMPLE, containerPorts: [80, 90] },
    targetGroups: [{ containerPort: 80, listener: 'First' }, { containerPort: 90, listener: 'Second' }],
    loadBalancers: [{ name: 'One', listeners: [{ name: 'First' }] }, { name: 'Two', listeners: [{ name: 'Second' }], publicLoadBalancer: false }],
  });
  for (const port of [80, 90]) made.service.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(port));
  for (const loadBalancer of made.loadBalancers) {
    made.service.connections.allowFrom(loadBalancer, ec2.Port.tcpRange(80, 90));
    loadBalancer.connections.allowFromAnyIpv4(ec2.Port.tcp(80));
  }
};

const ROLE = (stack: Stack): iam.Role => new iam.Role(stack, 'ExecutionRole', {
  assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'), managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSTaskExecutionRolePolicy')],
});

const ALB = (vpc: ec2.IVpc, stack: Stack, props: Partial<elbv2.ApplicationLoadBalancerProps> = {}) => new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc, internetFacing: true, ...props });

/** The load balanced services that the integration tests of the CDK deploy, as far as they are sound. */
export const LOAD_BALANCED: readonly DeployedConfiguration[] = [
  ['a pattern with nothing but an image', pattern()],
  ['a pattern in a VPC', pattern(stack => ({ vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) }))],
  ['a pattern in a cluster', inCluster(() => ({}))],
  ['a pattern with a command and an entry point', inCluster(() => ({ taskImageOptions: { image: SAMPLE, command: ['/bin/sh', '-c', 'nginx'], entryPoint: ['/bin/sh', '-c'] } }))],
  ['a pattern with another security group', inCluster((cluster, stack) => ({ securityGroups: [new ec2.SecurityGroup(stack, 'Own', { vpc: cluster.vpc })] }))],
  ['a pattern with Availability Zone rebalancing', inCluster(() => ({ availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED, maxHealthyPercent: 200 }))],
  ['a pattern with more storage', inCluster(() => ({ ephemeralStorageGiB: 200 }))],
  ['a pattern with the least additional storage', inCluster(() => ({ ephemeralStorageGiB: 21 }))],
  ['a pattern with a container health check', inCluster(() => ({ healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'], interval: Duration.seconds(60), retries: 5, startPeriod: Duration.minutes(1), timeout: Duration.seconds(20) } }))],
  ['a pattern behind HTTPS', inCluster((_, stack) => ({ certificate: certificate(stack), sslPolicy: elbv2.SslPolicy.TLS12, redirectHTTP: true, protocol: elbv2.ApplicationProtocol.HTTPS }))],
  ['a pattern behind HTTPS with an idle timeout', inCluster((_, stack) => ({ certificate: certificate(stack), redirectHTTP: true, idleTimeout: Duration.seconds(120) }))],
  ['a pattern with an idle timeout', inCluster(() => ({ idleTimeout: Duration.seconds(120) }))],
  ['a pattern without public access', inCluster(() => ({ publicLoadBalancer: false }))],
  ['a dual-stack pattern', inCluster((cluster, stack) => ({
    loadBalancer: ALB(cluster.vpc, stack, { ipAddressType: elbv2.IpAddressType.DUAL_STACK }), openListener: true,
  }), { maxAzs: 2, ipProtocol: ec2.IpProtocol.DUAL_STACK })],
  ['a pattern with the circuit breaker', inCluster(() => ({ circuitBreaker: { rollback: true }, deploymentController: { type: ecs.DeploymentControllerType.ECS } }))],
  ['a pattern with the circuit breaker and no controller', inCluster(() => ({ circuitBreaker: { rollback: true } }))],
  ['a pattern that CodeDeploy deploys', inCluster(() => ({ deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY } }))],
  ['a pattern with a container size', inCluster(() => ({ cpu: 512, memoryLimitMiB: 1024, containerCpu: 256, containerMemoryLimitMiB: 512 }))],
  ['a pattern with an execution role', inCluster((_, stack) => ({ taskImageOptions: { image: SAMPLE, executionRole: ROLE(stack) } }))],
  ['a pattern with capacity providers', inCluster(cluster => {
    cluster.enableFargateCapacityProviders();
    return { capacityProviderStrategies: [{ capacityProvider: 'FARGATE', base: 1, weight: 1 }, { capacityProvider: 'FARGATE_SPOT', weight: 2 }] };
  })],
  ['a pattern on ARM', inCluster(() => ({ runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.ARM64, operatingSystemFamily: ecs.OperatingSystemFamily.LINUX } }))],
  ['a pattern on Windows', inCluster(() => ({ cpu: 1024, memoryLimitMiB: 2048, runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.X86_64, operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE } }))],
  ['a pattern with public IP addresses in public subnets', inCluster(() => ({ assignPublicIp: true }), { maxAzs: 2, natGateways: 0 })],
  ['a pattern with ECS Exec', inCluster(() => ({ enableExecuteCommand: true }))],
  ['a pattern with an existing load balancer', inCluster((cluster, stack) => ({ loadBalancer: ALB(cluster.vpc, stack), openListener: true }))],
  ['a pattern on another listener port', inCluster(() => ({ listenerPort: 2015, openListener: true }))],
  ['a pattern that scales', inCluster(() => ({ desiredCount: undefined }))],
  ['a pattern with an image in ECR', pattern(stack => ({ taskImageOptions: { image: releasedImage(stack), containerPort: 8080 } }))],
  ['a pattern with two target groups', twoBalancers],
  ['a network load balanced pattern', network({})],
  ['a network load balanced pattern with percentages', network({ desiredCount: 2, minHealthyPercent: 50, maxHealthyPercent: 150 })],
  ['a network load balanced pattern with another port', network({ listenerPort: 2015 })],
  ['an internal network load balanced pattern', network({ publicLoadBalancer: false })],
  ['a network load balanced pattern with two load balancers', twoListeners],
  ['a network load balanced pattern with TLS', stack => network({ listenerPort: 443, listenerCertificate: certificate(stack) })(stack)],
  ['a network load balanced pattern with the circuit breaker', network({ circuitBreaker: { enable: true, rollback: true } })],
  ['a pattern whose containers share a process namespace', pattern(stack => {
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { memoryLimitMiB: 1024, cpu: 512, pidMode: ecs.PidMode.TASK, runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.LINUX } });
    taskDefinition.addContainer('web', { image: SAMPLE, portMappings: [{ containerPort: 80 }] });
    return { taskDefinition, taskImageOptions: undefined, memoryLimitMiB: undefined, cpu: undefined };
  })],
  ['a pattern with a custom health check', pattern(undefined, ({ targetGroup }) => targetGroup.configureHealthCheck({ path: '/health', interval: Duration.seconds(30), healthyThresholdCount: 3 }))],
];
