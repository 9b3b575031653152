import type { ContainerFacts } from '../../src/facts/model/container';
import type { ListenerFacts, LoadBalancerFacts, TargetGroupFacts } from '../../src/facts/model/load-balancer';
import type { AclRuleFacts, EndpointFacts, NatGatewayFacts, NetworkFacts, SecurityGroupFacts, SubnetFacts } from '../../src/facts/model/network';
import type { Place } from '../../src/facts/model/place';
import type { RoleFacts, StatementFacts, PolicyHolderFacts } from '../../src/facts/model/role';
import type { ClusterFacts, ServiceFacts } from '../../src/facts/model/service';
import type { TaskFacts } from '../../src/facts/model/task';

const place = (path: string, property = 'Properties'): Place => ({ path, logicalId: path.replace(/\W/g, ''), template: 'Shop.template.json', property });

const ENDPOINT_GROUP: SecurityGroupFacts = {
  id: 'Shop/EndpointGroup',
  ingress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, peer: 'Shop/TaskGroup' }],
  egress: [],
};

const TASK_GROUP: SecurityGroupFacts = {
  id: 'Shop/TaskGroup',
  vpcId: 'Shop/Vpc',
  ingress: [{ protocol: 'tcp', fromPort: 8080, toPort: 8080, peer: 'Shop/LoadBalancerGroup' }],
  egress: [{ protocol: '-1', fromPort: undefined, toPort: undefined, peer: '0.0.0.0/0' }],
};

const allowing = (egress: boolean): AclRuleFacts =>
  ({ number: 100, egress, allows: true, protocol: '-1', range: '0.0.0.0/0', fromPort: undefined, toPort: undefined });

const OPEN_ACL = [allowing(true), allowing(false)];

/** A NAT gateway in a public subnet of its own. */
export const HARDENED_NAT_GATEWAY: NatGatewayFacts = {
  id: 'Shop/NatGateway',
  site: { id: 'Shop/PublicSubnet', availabilityZone: 'eu-west-1a', cidr: '10.0.9.0/24', acl: OPEN_ACL },
  routes: [{ destination: '0.0.0.0/0', target: 'internet-gateway' }],
};

const privateSubnet = (index: number): SubnetFacts => ({
  id: `Shop/Subnet${index}`,
  vpcId: 'Shop/Vpc',
  ipv6Only: false,
  availabilityZone: `eu-west-1${'ab'[index]}`,
  cidr: `10.0.${index}.0/24`,
  routeTableId: `Shop/RouteTable${index}`,
  routes: [{ destination: '0.0.0.0/0', target: 'nat-gateway', natGateway: HARDENED_NAT_GATEWAY }],
  acl: OPEN_ACL,
});

const publicSubnet = (index: number): SubnetFacts => ({
  ...privateSubnet(index),
  id: `Shop/PublicSubnet${index}`,
  cidr: `10.0.${8 + index}.0/24`,
  routeTableId: `Shop/PublicRouteTable${index}`,
  routes: [{ destination: '0.0.0.0/0', target: 'internet-gateway' }],
});

const interfaceEndpoint = (service: string): EndpointFacts => ({
  id: `Shop/${service}`,
  service,
  region: undefined,
  type: 'Interface',
  privateDns: true,
  subnets: [privateSubnet(0), privateSubnet(1)],
  routeTableIds: [],
  securityGroups: [ENDPOINT_GROUP],
  policy: undefined,
});

const gatewayEndpoint = (service: string): EndpointFacts => ({
  ...interfaceEndpoint(service),
  type: 'Gateway',
  privateDns: false,
  subnets: [],
  routeTableIds: ['Shop/RouteTable0', 'Shop/RouteTable1'],
  securityGroups: [],
});

/** Private subnets in two zones, with every endpoint that the service needs, and a NAT gateway for what else it may need. */
export const HARDENED_NETWORK: NetworkFacts = {
  assignPublicIp: false,
  vpc: {
    id: 'Shop/Vpc',
    cidr: '10.0.0.0/16',
    dnsSupport: true,
    dnsHostnames: true,
    nameServers: [],
    endpoints: [...['ecr.api', 'ecr.dkr', 'logs', 'secretsmanager', 'ssm', 'ssmmessages', 'kms'].map(interfaceEndpoint), gatewayEndpoint('s3')],
  },
  namesSubnets: true,
  subnets: [privateSubnet(0), privateSubnet(1)],
  securityGroups: [TASK_GROUP],
  servicesInSubnets: [{ id: 'Shop/Service', mostTasks: 8, fewestTasks: 2 }],
};

const TRUST: RoleFacts['trust'] = [
  { effect: 'Allow', actions: ['sts:AssumeRole'], resources: ['*'], conditional: true, principals: [], services: ['ecs-tasks.amazonaws.com'] },
];

const allowed = (actions: readonly string[], ...resources: readonly string[]): StatementFacts => ({ effect: 'Allow', actions, resources, conditional: false });

/** A key whose policy leaves the decision to IAM. */
const keyOf = (arn: string): PolicyHolderFacts => ({
  arn,
  grants: [{ ...allowed(['kms:*'], '*'), principals: ['arn:aws:iam::111122223333:root'], services: [] }],
});

export const HARDENED_EXECUTION_ROLE: RoleFacts = {
  id: 'Shop/ExecutionRole',
  trust: TRUST,
  statements: [
    allowed(['ecr:GetAuthorizationToken'], '*'),
    allowed(['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], '${Shop/Repository.Arn}'),
    allowed(['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], '${Shop/Secret.Ref}'),
    allowed(['kms:Decrypt'], '${Shop/SecretKey.Arn}'),
    allowed(['logs:CreateLogStream', 'logs:PutLogEvents'], '${Shop/Logs.Arn}'),
    allowed(['s3:GetObject'], '${Shop/Settings.Arn}/production.env'),
  ],
  managedPolicies: [],
  boundary: undefined,
};

export const HARDENED_TASK_ROLE: RoleFacts = {
  id: 'Shop/TaskRole',
  trust: TRUST,
  statements: [
    allowed(['ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel'], '*'),
    allowed(['kms:Decrypt'], '${Shop/SessionKey.Arn}'),
    allowed(['logs:CreateLogStream', 'logs:PutLogEvents'], '${Shop/ExecLogs.Arn}'),
  ],
  managedPolicies: [],
  boundary: undefined,
};

export const HARDENED_CONTAINER: ContainerFacts = {
  at: place('Shop/TaskDefinition', 'Properties.ContainerDefinitions.0'),
  name: 'app',
  image: {
    reference: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1.2.3',
    registry: 'ecr',
    tag: '1.2.3',
    digest: undefined,
    repository: { arn: '${Shop/Repository.Arn}', grants: [] },
    declared: undefined,
    region: undefined,
    dualStack: false,
    built: { cpuArchitecture: 'X86_64', user: '65532:65532' },
  },
  essential: true,
  environment: [{ name: 'STAGE', value: 'production' }],
  environmentFiles: [],
  environmentObjects: [{ arn: '${Shop/Settings.Arn}/production.env', grants: [] }],
  secrets: [{ name: 'DB_PASSWORD', reference: '${Shop/Secret.Ref}', store: 'secretsmanager', region: undefined, valueFrom: '${Shop/Secret.Ref}:password::', kmsKey: keyOf('${Shop/SecretKey.Arn}'), grants: [] }],
  portMappings: [{ containerPort: 8080, hostPort: 8080, name: 'http' }],
  logConfiguration: {
    driver: 'awslogs',
    options: {
      'awslogs-group': '${Shop/Logs.Ref}',
      'awslogs-region': 'eu-west-1',
      'awslogs-stream-prefix': 'shop',
      'mode': 'non-blocking',
      'max-buffer-size': '25m',
    },
    region: undefined,
    group: { retentionDays: 90 },
  },
  healthCheck: { command: ['CMD-SHELL', 'wget -q -O - http://localhost:8080/health || exit 1'], intervalSeconds: 10, timeoutSeconds: 5, retries: 3, startPeriodSeconds: 60 },
  routesLogs: false,
  stopTimeoutSeconds: 60,
  restarts: false,
  cpu: undefined,
  memoryMiB: 1024,
  memoryReservationMiB: undefined,
  user: '65532:65532',
  readonlyRootFilesystem: true,
  mountPoints: ['/tmp', '/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm'].map(path => ({ path, readOnly: false, volume: undefined })),
  volumesFrom: [],
  ulimits: [],
  dependsOn: [],
  initProcess: true,
  versionConsistency: 'enabled',
  repositoryCredentials: undefined,
  unsupportedParameters: [],
};

export const HARDENED_TASK: TaskFacts = {
  at: place('Shop/TaskDefinition'),
  family: 'ShopTask',
  cpu: 256,
  memoryMiB: 1024,
  ephemeralStorageGiB: undefined,
  operatingSystem: 'LINUX',
  cpuArchitecture: 'X86_64',
  executionRole: HARDENED_EXECUTION_ROLE,
  taskRole: HARDENED_TASK_ROLE,
  containers: [HARDENED_CONTAINER],
  volumes: [],
  databases: [],
  leastBytes: 2_000,
  unsupportedParameters: [],
};

const LOAD_BALANCER_GROUP: SecurityGroupFacts = {
  id: 'Shop/LoadBalancerGroup',
  ingress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' }],
  egress: [{ protocol: 'tcp', fromPort: 8080, toPort: 8080, peer: 'Shop/TaskGroup' }],
};

export const HARDENED_LOAD_BALANCER: LoadBalancerFacts = {
  at: place('Shop/LoadBalancer'),
  type: 'application',
  scheme: 'internet-facing',
  securityGroups: [LOAD_BALANCER_GROUP],
  subnets: [publicSubnet(0), publicSubnet(1)],
  deletionProtection: true,
  dropsInvalidHeaders: true,
  accessLogs: true,
};

export const HARDENED_LISTENER: ListenerFacts = {
  at: place('Shop/Listener'),
  protocol: 'HTTPS',
  port: 443,
  sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
  loadBalancer: HARDENED_LOAD_BALANCER,
};

export const HARDENED_TARGET_GROUP: TargetGroupFacts = {
  at: place('Shop/TargetGroup'),
  name: undefined,
  containerName: 'app',
  containerPort: 8080,
  targetType: 'ip',
  port: 8080,
  protocol: 'HTTP',
  healthCheckPort: undefined,
  deregistrationDelaySeconds: 60,
  healthCheckTimeoutSeconds: 5,
  healthCheckPath: '/health',
  healthCheckProtocol: undefined,
  preservesClientIp: undefined,
  vpcId: 'Shop/Vpc',
  attributes: ['deregistration_delay.timeout_seconds', 'stickiness.enabled'],
  rules: [],
  listeners: [HARDENED_LISTENER],
  otherListeners: false,
  forwarded: true,
  awaited: true,
  healthCheckIntervalSeconds: 10,
  unhealthyThreshold: 3,
};

export const HARDENED_CLUSTER: ClusterFacts = {
  at: place('Shop/Cluster'),
  capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
  containerInsights: 'enhanced',
  execLogging: { logging: 'OVERRIDE', logGroup: '${Shop/ExecLogs.Ref}', logEncryption: true, bucket: undefined, bucketEncryption: undefined, sessionKey: keyOf('${Shop/SessionKey.Arn}'), recordsInBucket: undefined },
};

/** A service that breaks no guardrail, on which every rule's counter-example is tried. */
export const HARDENED_SERVICE: ServiceFacts = {
  at: place('Shop/Service'),
  name: 'Shop/Service',
  serviceName: undefined,
  deploymentController: 'ECS',
  deploymentAlarms: false,
  deploymentStrategy: 'ROLLING',
  availabilityZoneRebalancing: 'ENABLED',
  circuitBreaker: { enable: true, rollback: true },
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  desiredCount: 2,
  scaling: undefined,
  launchType: undefined,
  capacityProviderStrategy: [{ provider: 'FARGATE', base: 0, weight: 1 }],
  platformVersion: 'LATEST',
  unsupportedParameters: [],
  healthCheckGracePeriodSeconds: 120,
  enableExecuteCommand: true,
  managedTags: true,
  propagateTags: 'SERVICE',
  alarms: [{ at: place('Shop/Alarm'), metrics: ['AWS/ECS/CPUUtilization'], hasAction: true }],
  unawaited: [],
  network: HARDENED_NETWORK,
  registrations: [{ containerName: 'app', containerPort: 8080 }],
  serviceConnectServices: [],
  registries: [],
  servesLattice: false,
  targetGroups: [HARDENED_TARGET_GROUP],
  cluster: HARDENED_CLUSTER,
  task: HARDENED_TASK,
};
