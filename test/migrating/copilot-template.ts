import type { Compared } from './template-diff';

/** A value that only deployment knows: a parameter, an attribute, or an export of the environment. */
const ELSEWHERE = { Ref: 'Elsewhere' };

/** What Copilot tells every container about its application. */
const TOLD = [
  'COPILOT_APPLICATION_NAME', 'COPILOT_SERVICE_DISCOVERY_ENDPOINT', 'COPILOT_ENVIRONMENT_NAME', 'COPILOT_SERVICE_NAME', 'COPILOT_LB_DNS',
].map(Name => ({ Name, Value: ELSEWHERE }));

const LOG = { LogDriver: 'awslogs', Options: { 'awslogs-region': ELSEWHERE, 'awslogs-group': ELSEWHERE, 'awslogs-stream-prefix': 'copilot' } };

const SERVICE = {
  PlatformVersion: 'LATEST',
  Cluster: ELSEWHERE,
  TaskDefinition: ELSEWHERE,
  DesiredCount: ELSEWHERE,
  DeploymentConfiguration: {
    DeploymentCircuitBreaker: { Enable: true, Rollback: true },
    MinimumHealthyPercent: 100,
    MaximumPercent: 200,
    Alarms: { Enable: false, AlarmNames: [], Rollback: true },
  },
  PropagateTags: 'SERVICE',
  EnableExecuteCommand: true,
  LaunchType: 'FARGATE',
  ServiceConnectConfiguration: { Enabled: false },
  NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'ENABLED', Subnets: ELSEWHERE, SecurityGroups: [ELSEWHERE] } },
  HealthCheckGracePeriodSeconds: 60,
  LoadBalancers: [{ ContainerName: 'api', ContainerPort: 8080, TargetGroupArn: ELSEWHERE }],
  ServiceRegistries: [{ RegistryArn: ELSEWHERE, Port: 8080 }],
};

const TASK_DEFINITION = {
  Family: ELSEWHERE,
  RuntimePlatform: { OperatingSystemFamily: 'LINUX', CpuArchitecture: 'X86_64' },
  NetworkMode: 'awsvpc',
  RequiresCompatibilities: ['FARGATE'],
  Cpu: '512',
  Memory: '1024',
  ExecutionRoleArn: ELSEWHERE,
  TaskRoleArn: ELSEWHERE,
  ContainerDefinitions: [
    {
      Name: 'api',
      Image: ELSEWHERE,
      Secrets: [{ Name: 'DB_PASSWORD', ValueFrom: '/copilot/shop/prod/secrets/DB_PASSWORD' }],
      Environment: [...TOLD, { Name: 'LOG_LEVEL', Value: 'info' }],
      LogConfiguration: LOG,
      PortMappings: [{ ContainerPort: 8080, Protocol: 'tcp' }],
      ReadonlyRootFilesystem: true,
    },
    { Name: 'proxy', Image: ELSEWHERE, PortMappings: [{ ContainerPort: 9000, Protocol: 'tcp' }], Environment: TOLD, LogConfiguration: LOG },
  ],
};

const TARGET_GROUP = {
  HealthCheckPath: '/health',
  Port: 8080,
  Protocol: 'HTTP',
  TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '60' }, { Key: 'stickiness.enabled', Value: 'false' }],
  TargetType: 'ip',
  VpcId: ELSEWHERE,
};

/** The other resources of the stack of a service; VPC, cluster and load balancer are in the stack of its environment. */
const OTHERS: Readonly<Record<string, number>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': 1,
  'AWS::ApplicationAutoScaling::ScalingPolicy': 1,
  'AWS::ElasticLoadBalancingV2::ListenerRule': 2,
  'AWS::IAM::Role': 6,
  'AWS::Lambda::Function': 3,
  'AWS::Logs::LogGroup': 1,
  'AWS::ServiceDiscovery::Service': 1,
  'Custom::DynamicDesiredCountFunction': 1,
  'Custom::EnvControllerFunction': 1,
  'Custom::RulePriorityFunction': 2,
};

/**
 * What AWS Copilot makes of the manifest in docs/MIGRATING.md, as far as a comparison goes: written down from the templates that it
 * publishes, with the values of the manifest in place of parameters.
 *
 * @see https://github.com/aws/copilot-cli/tree/4c858e718bc88449e29540993d8496ac81d7b419/internal/pkg/template/templates/workloads
 */
export const COPILOT_TEMPLATE: Compared = {
  Resources: {
    Service: { Type: 'AWS::ECS::Service', Properties: SERVICE },
    TaskDefinition: { Type: 'AWS::ECS::TaskDefinition', Properties: TASK_DEFINITION },
    TargetGroup: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: TARGET_GROUP },
    ...Object.fromEntries(Object.entries(OTHERS).flatMap(([Type, count]) => Array.from({ length: count }, (_, index) => [`${Type}${index}`, { Type }]))),
  },
};
