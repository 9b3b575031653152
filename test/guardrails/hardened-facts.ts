import type { ContainerFacts } from '../../src/facts/model/container';
import type { EndpointFacts, NetworkFacts, SecurityGroupFacts, SubnetFacts } from '../../src/facts/model/network';
import type { Place } from '../../src/facts/model/place';
import type { RoleFacts, StatementFacts, ThingFacts } from '../../src/facts/model/role';
import type { ServiceFacts, TargetGroupFacts } from '../../src/facts/model/service';
import type { TaskFacts } from '../../src/facts/model/task';

const place = (path: string, property = 'Properties'): Place => ({ path, logicalId: path.replace(/\W/g, ''), template: 'Shop.template.json', property });

const ENDPOINT_GROUP: SecurityGroupFacts = {
  id: 'Shop/EndpointGroup',
  ingress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, peer: 'Shop/TaskGroup' }],
  egress: [],
};

const TASK_GROUP: SecurityGroupFacts = {
  id: 'Shop/TaskGroup',
  ingress: [{ protocol: 'tcp', fromPort: 8080, toPort: 8080, peer: 'Shop/LoadBalancerGroup' }],
  egress: [{ protocol: '-1', fromPort: undefined, toPort: undefined, peer: '0.0.0.0/0' }],
};

const isolatedSubnet = (index: number): SubnetFacts => ({
  id: `Shop/Subnet${index}`,
  vpcId: 'Shop/Vpc',
  availabilityZone: `eu-west-1${'ab'[index]}`,
  cidr: `10.0.${index}.0/24`,
  routeTableId: `Shop/RouteTable${index}`,
  routes: [],
});

const interfaceEndpoint = (service: string): EndpointFacts => ({
  id: `Shop/${service}`,
  service,
  type: 'Interface',
  privateDns: true,
  subnetIds: ['Shop/Subnet0', 'Shop/Subnet1'],
  routeTableIds: [],
  securityGroups: [ENDPOINT_GROUP],
});

const gatewayEndpoint = (service: string): EndpointFacts => ({
  ...interfaceEndpoint(service),
  type: 'Gateway',
  privateDns: false,
  subnetIds: [],
  routeTableIds: ['Shop/RouteTable0', 'Shop/RouteTable1'],
  securityGroups: [],
});

/** Isolated subnets in two zones, with every endpoint that the service needs and no way to the internet. */
export const HARDENED_NETWORK: NetworkFacts = {
  assignPublicIp: false,
  vpc: {
    id: 'Shop/Vpc',
    cidr: '10.0.0.0/16',
    dnsSupport: true,
    dnsHostnames: true,
    endpoints: [...['ecr.api', 'ecr.dkr', 'logs', 'secretsmanager', 'ssm', 'ssmmessages', 'kms'].map(interfaceEndpoint), gatewayEndpoint('s3')],
  },
  subnets: [isolatedSubnet(0), isolatedSubnet(1)],
  securityGroups: [TASK_GROUP],
};

const TRUST: RoleFacts['trust'] = [
  { effect: 'Allow', actions: ['sts:AssumeRole'], resources: ['*'], conditional: true, principals: [], services: ['ecs-tasks.amazonaws.com'] },
];

const allowed = (actions: readonly string[], ...resources: readonly string[]): StatementFacts => ({ effect: 'Allow', actions, resources, conditional: false });

/** A key whose policy leaves the decision to IAM. */
const keyOf = (arn: string): ThingFacts => ({
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
  },
  essential: true,
  environment: [{ name: 'STAGE', value: 'production' }],
  environmentObjects: [{ arn: '${Shop/Settings.Arn}/production.env', grants: [] }],
  secrets: [{ name: 'DB_PASSWORD', reference: '${Shop/Secret.Ref}', store: 'secretsmanager', kmsKey: keyOf('${Shop/SecretKey.Arn}'), grants: [] }],
  portMappings: [{ containerPort: 8080, hostPort: 8080 }],
  logConfiguration: { driver: 'awslogs', options: { 'awslogs-group': '${Shop/Logs.Ref}', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'shop' } },
  healthCheck: { intervalSeconds: 10, timeoutSeconds: 5, retries: 3, startPeriodSeconds: 60 },
  stopTimeoutSeconds: 60,
  unsupportedParameters: [],
};

export const HARDENED_TASK: TaskFacts = {
  at: place('Shop/TaskDefinition'),
  cpu: 256,
  memoryMiB: 512,
  executionRole: HARDENED_EXECUTION_ROLE,
  taskRole: HARDENED_TASK_ROLE,
  containers: [HARDENED_CONTAINER],
  unsupportedParameters: [],
};

export const HARDENED_TARGET_GROUP: TargetGroupFacts = {
  at: place('Shop/TargetGroup'),
  targetType: 'ip',
  port: 8080,
  healthCheckIntervalSeconds: 10,
  healthyThreshold: 2,
  unhealthyThreshold: 3,
};

/** A service that breaks no guardrail, on which every rule's counter-example is tried. */
export const HARDENED_SERVICE: ServiceFacts = {
  at: place('Shop/Service'),
  name: 'Shop/Service',
  deploymentController: 'ECS',
  circuitBreaker: { enable: true, rollback: true },
  desiredCount: 2,
  healthCheckGracePeriodSeconds: 120,
  enableExecuteCommand: true,
  network: HARDENED_NETWORK,
  targetGroups: [HARDENED_TARGET_GROUP],
  cluster: {
    containerInsights: 'enhanced',
    execLogging: { logging: 'OVERRIDE', logGroup: '${Shop/ExecLogs.Ref}', logEncryption: true, bucket: undefined, bucketEncryption: undefined, sessionKey: keyOf('${Shop/SessionKey.Arn}'), recordsInBucket: undefined },
  },
  task: HARDENED_TASK,
};
