/** Who says at synthesis that AWS rejects something. */
export type SaidBy =
  | { readonly guardrail: string }
  /** A rule of the template validation in the CDK, which `guardrails --template` runs too, or an error of its constructs. */
  | { readonly cdk: string }
  | { readonly unseen: string };

/** One documented constraint: what AWS rejects, and the page below that of its group. */
export type Refusal = readonly [rejected: string, page: string, saidBy: SaidBy];

/** The constraints of one operation, with the folder of their pages. */
export interface Refusals {
  readonly operation: string;
  readonly folder: string;
  readonly constraints: readonly Refusal[];
}

const by = (guardrail: string): SaidBy => ({ guardrail });
const cdk = (rule: string): SaidBy => ({ cdk: rule });
const unseen = (why: string): SaidBy => ({ unseen: why });

const ECS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/';
const ELB = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/';

const CREATE_SERVICE: readonly Refusal[] = [
  ['no network configuration with network mode awsvpc', 'API_CreateService.html', cdk('E3052')],
  ['a misspelled or unknown property', 'API_CreateService.html', cdk('F3002')],
  ['a value that is none of an enumeration', 'API_CreateService.html', cdk('W3030')],
  ['a weight, base, share of traffic, or bake time outside its limits', 'API_CreateService.html', cdk('F3034')],
  ['scheduling strategy DAEMON on Fargate', 'API_CreateService.html', by('fargate-supports-parameters')],
  // E3054 of the CDK is about this, and says nothing where the service refers to the task definition. ECS finds out itself what a task
  // definition is compatible with, so requiresCompatibilities alone decides nothing.
  ['a task definition that Fargate cannot run', 'API_CreateService.html', by('fargate-supports-parameters')],
  ['a target group without a load balancer', 'API_CreateService.html', by('target-group-has-listener')],
  ['a service that is created before its listener', 'API_CreateService.html', by('service-waits-for-listener')],
  ['a container or port that the task definition does not have', 'API_LoadBalancer.html', by('load-balancer-names-container')],
  ['a target group that is not of type ip', 'API_LoadBalancer.html', by('target-type-ip')],
  ['a Classic Load Balancer with awsvpc', 'API_LoadBalancer.html', by('fargate-supports-parameters')],
  ['more than 5 target groups', 'API_CreateService.html', by('service-list-limits')],
  ['more than 5 security groups or 16 subnets', 'API_AwsVpcConfiguration.html', by('service-list-limits')],
  ['subnets or security groups of different VPCs', 'API_AwsVpcConfiguration.html', by('network-in-one-vpc')],
  ['placement constraints or strategies on Fargate', 'API_CreateService.html', by('fargate-supports-parameters')],
  ['a circuit breaker with another controller than ECS', 'API_DeploymentCircuitBreaker.html', by('controller-supports-deployment')],
  ['CODE_DEPLOY without a load balancer', 'API_CreateService.html', by('controller-supports-deployment')],
  ['CODE_DEPLOY with a Classic Load Balancer', 'API_CreateService.html', by('fargate-supports-parameters')],
  ['deployment alarms with another controller than ECS', 'API_DeploymentAlarms.html', by('controller-supports-deployment')],
  ['a deployment that shifts traffic without a second target group', 'API_AdvancedConfiguration.html', by('traffic-shift-complete')],
  ['percentages with which no task can start or stop', 'API_DeploymentConfiguration.html', by('deployment-can-progress')],
  ['Availability Zone rebalancing with a maximum of 100 percent', 'API_CreateService.html', by('availability-zone-rebalancing')],
  ['a launch type beside a capacity provider strategy', 'API_CreateService.html', by('capacity-settings-valid')],
  ['two providers with a base, or no provider with a weight', 'API_CapacityProviderStrategyItem.html', by('capacity-settings-valid')],
  ['Fargate beside other capacity providers', 'API_CreateService.html', by('capacity-settings-valid')],
  ['a provider that the cluster does not have', 'API_CreateService.html', by('spot-has-on-demand-base')],
  ['a port name of Service Connect without a mapping', 'API_ServiceConnectService.html', by('service-connect-names-port')],
  ['no or two client aliases of a Service Connect service', 'API_ServiceConnectService.html', by('service-connect-client-alias')],
  ['a namespace that does not exist', 'API_ServiceConnectConfiguration.html', unseen('the namespace is in the account')],
  ['an SRV registry without container and port', 'API_ServiceRegistry.html', by('service-registry-names-port')],
  ['a platform version that does not exist', 'API_CreateService.html', by('platform-version-current')],
  ['ECS Exec without a task role', 'API_CreateService.html', by('task-role-exec')],
  ['a name that another service has', 'API_CreateService.html', unseen('names of other stacks are in the account')],
  ['a quota of the account', 'API_CreateService.html', unseen('quotas are in the account')],
];

const REGISTER_TASK_DEFINITION: readonly Refusal[] = [
  ['CPU and memory that Fargate does not offer together', 'API_RegisterTaskDefinition.html', by('fargate-task-size')],
  ['no network mode awsvpc', 'API_RegisterTaskDefinition.html', cdk('E3048')],
  ['a log driver that Fargate does not have', 'API_LogConfiguration.html', cdk('E3048')],
  ['a host port that is not the container port', 'API_PortMapping.html', by('fargate-supports-parameters')],
  ['a container without an image', 'API_ContainerDefinition.html', cdk('F3003')],
  ['CPU units of the containers above those of the task', 'API_ContainerDefinition.html', by('container-cpu-fits')],
  ['memory of the containers above that of the task', 'API_ContainerDefinition.html', by('container-memory-fits')],
  ['privileged containers and other parameters of instances', 'API_ContainerDefinition.html', by('fargate-supports-parameters')],
  ['no essential container', 'API_ContainerDefinition.html', by('essential-container')],
  ['two containers or volumes of one name', 'API_RegisterTaskDefinition.html', by('names-unique')],
  ['a mount point of an undeclared volume', 'API_MountPoint.html', by('mount-names-volume')],
  ['volumesFrom of an unknown container', 'API_VolumeFrom.html', by('volumes-from-names-container')],
  ['a name that is a secret twice, or a secret and a variable', 'API_ContainerDefinition.html', by('secret-names-unique')],
  ['a reference to a secret that has no valid form', 'API_Secret.html', by('secret-reference-valid')],
  ['an environment file that is not .env, or too many', 'API_EnvironmentFile.html', by('environment-file-valid')],
  ['a task definition that is too long', 'API_RegisterTaskDefinition.html', by('environment-fits')],
  ['missing options of awslogs or splunk', 'API_LogConfiguration.html', by('log-options-complete')],
  ['awsfirelens without a log router, or a log router without it', 'API_FirelensConfiguration.html', by('firelens-has-router')],
  ['ephemeral storage outside 21 to 200 GiB', 'API_EphemeralStorage.html', by('ephemeral-storage-limits')],
  ['a stop timeout above 120 seconds', 'API_ContainerDefinition.html', by('stop-timeout-limits')],
  ['numbers of a health check outside the limits', 'API_HealthCheck.html', by('health-check-limits')],
  ['a dependency on an unknown container, or in a circle', 'API_ContainerDependency.html', by('dependency-has-health-check')],
  ['an EFS access point with a root directory', 'API_EFSVolumeConfiguration.html', by('efs-access-point-root')],
  ['an EFS access point or IAM without transit encryption', 'API_EFSVolumeConfiguration.html', by('efs-in-transit-encryption')],
  ['secrets or awslogs without an execution role', 'API_RegisterTaskDefinition.html', by('execution-role-logs')],
  ['a soft limit above the hard limit in ulimits', 'API_Ulimit.html', by('ulimits-valid')],
  ['characters that a name or family cannot have', 'API_ContainerDefinition.html', by('names-valid')],
  ['a role of which PassRole is not allowed', 'API_RegisterTaskDefinition.html', unseen('who deploys is in the account')],
];

const RUN_TASK: readonly Refusal[] = [
  ['a task in network mode awsvpc without a network configuration', 'API_RunTask.html', by('network-configuration-stated')],
];

const CREATE_TARGET_GROUP: readonly Refusal[] = [
  ['no port or no VPC', 'API_CreateTargetGroup.html', by('target-group-check-valid')],
  ['a health check timeout not below its interval', 'API_CreateTargetGroup.html', by('target-group-check-valid')],
  ['a health check path that is not absolute', 'API_CreateTargetGroup.html', by('target-group-check-valid')],
  ['an interval, timeout, or threshold outside its limits', 'API_CreateTargetGroup.html', cdk('F3034')],
  ['a protocol that the load balancer does not have', 'API_CreateTargetGroup.html', by('target-group-fits-load-balancer')],
  ['a name that is too long or has other characters', 'API_CreateTargetGroup.html', by('target-group-check-valid')],
  ['a name that is taken', 'API_CreateTargetGroup.html', unseen('names of other stacks are in the account')],
  ['an attribute that the type does not have', 'API_TargetGroupAttribute.html', by('target-group-attributes-valid')],
];

const CREATE_RULE: readonly Refusal[] = [
  ['a priority outside 1 to 50000', 'API_CreateRule.html', cdk('F3034')],
  ['a priority that another rule has', 'API_CreateRule.html', by('listener-rule-valid')],
  ['more than 5 condition values', 'API_CreateRule.html', by('listener-rule-valid')],
  ['a target group of another load balancer', 'API_CreateRule.html', by('target-group-fits-load-balancer')],
  ['an HTTPS listener without a certificate', 'API_CreateListener.html', cdk('E3676')],
  ['a load balancer with one subnet', 'API_CreateLoadBalancer.html', cdk('E3680')],
];

const CREATE_VPC_ENDPOINT: readonly Refusal[] = [
  ['a second endpoint with private DNS for a service', 'create-interface-endpoint.html', by('vpc-endpoint-valid')],
  ['two subnets in one Availability Zone', 'create-interface-endpoint.html', by('vpc-endpoint-valid')],
  ['a gateway for a service that has none', 'gateway-endpoints.html', by('vpc-endpoint-valid')],
  ['private DNS in a VPC without DNS support or hostnames', 'create-interface-endpoint.html', by('vpc-dns-enabled')],
  ['a service that an Availability Zone does not have', 'create-interface-endpoint.html', unseen('AWS decides it for each account')],
];

/** What AWS rejects when a service is created, and who says so at synthesis. */
export const REFUSALS: readonly Refusals[] = [
  { operation: 'CreateService', folder: ECS, constraints: CREATE_SERVICE },
  { operation: 'RegisterTaskDefinition', folder: ECS, constraints: REGISTER_TASK_DEFINITION },
  { operation: 'RunTask', folder: ECS, constraints: RUN_TASK },
  { operation: 'CreateTargetGroup', folder: ELB, constraints: CREATE_TARGET_GROUP },
  { operation: 'CreateRule, CreateListener and CreateLoadBalancer', folder: ELB, constraints: CREATE_RULE },
  { operation: 'CreateVpcEndpoint', folder: 'https://docs.aws.amazon.com/vpc/latest/privatelink/', constraints: CREATE_VPC_ENDPOINT },
];
