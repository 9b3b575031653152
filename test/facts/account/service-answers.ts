import { propertiesOf } from './network-answers';
import { idOf, physicalName } from './physical-ids';
import type { Templates } from '../../../src/facts/template/templates';

/** What the API of ECS spells in another way than with a small letter. */
const SPELLINGS: Readonly<Record<string, string | undefined>> = {
  EFSVolumeConfiguration: 'efsVolumeConfiguration',
  FilesystemId: 'fileSystemId',
  FSxWindowsFileServerVolumeConfiguration: 'fsxWindowsFileServerVolumeConfiguration',
  IAM: 'iam',
};

const KEYS_OF_THE_USER = ['Options', 'DockerLabels'];

function lowercased(value: any): any {
  if (Array.isArray(value)) return value.map(lowercased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) =>
    [SPELLINGS[name] ?? name.charAt(0).toLowerCase() + name.slice(1), KEYS_OF_THE_USER.includes(name) ? inner : lowercased(inner)]));
}

/** What ECS answers of the clusters, the services and the task definitions of an account. */
export function serviceAnswers(templates: Templates): Readonly<Record<string, readonly any[]>> {
  const clusters = templates.ofType('AWS::ECS::Cluster').map(cluster => {
    const properties = { ...propertiesOf(templates, cluster), ...associationOf(templates, idOf(cluster)) };
    const { ClusterSettings, Configuration, CapacityProviders, DefaultCapacityProviderStrategy } = properties;
    return {
      clusterArn: idOf(cluster),
      clusterName: physicalName(cluster, 'ClusterName'),
      status: 'ACTIVE',
      settings: lowercased(ClusterSettings ?? [{ Name: 'containerInsights', Value: 'disabled' }]),
      configuration: lowercased(Configuration),
      capacityProviders: CapacityProviders ?? [],
      defaultCapacityProviderStrategy: lowercased(DefaultCapacityProviderStrategy ?? []).map(withZeroes),
    };
  });
  return {
    clusters,
    services: templates.ofType('AWS::ECS::Service').map(service => serviceAnswer(idOf(service), propertiesOf(templates, service), clusters, physicalName(service, 'ServiceName'))),
    taskDefinitions: templates.ofType('AWS::ECS::TaskDefinition').map(task => taskAnswer(idOf(task), propertiesOf(templates, task))),
  };
}

const associationOf = (templates: Templates, clusterArn: string): object =>
  templates.ofType('AWS::ECS::ClusterCapacityProviderAssociations').map(association => propertiesOf(templates, association))
    .find(({ Cluster }) => clusterArn.endsWith(`/${Cluster}`) || Cluster === clusterArn) ?? {};

const withZeroes = (item: object): object => ({ base: 0, weight: 0, ...item });

function serviceAnswer(serviceArn: string, properties: Record<string, any>, clusters: readonly any[], serviceName: string): object {
  const {
    Cluster, ServiceConnectConfiguration, VpcLatticeConfigurations, PlacementStrategies, DeploymentConfiguration: deployment, ...rest
  } = properties;
  const { serviceName: _name, ...own } = lowercased(rest);
  const cluster = clusters.find(({ clusterArn }) => clusterArn === Cluster || clusterArn.endsWith(`/${Cluster}`));
  const strategy = own.capacityProviderStrategy?.map(withZeroes)
    ?? (own.launchType === undefined ? cluster?.defaultCapacityProviderStrategy : undefined);
  return {
    schedulingStrategy: 'REPLICA',
    desiredCount: 1,
    enableECSManagedTags: false,
    propagateTags: 'NONE',
    enableExecuteCommand: false,
    placementConstraints: [],
    placementStrategy: lowercased(PlacementStrategies ?? []),
    deploymentController: { type: 'ECS' },
    platformVersion: 'LATEST',
    ...own,
    serviceArn,
    serviceName,
    clusterArn: cluster?.clusterArn ?? Cluster,
    capacityProviderStrategy: strategy,
    status: 'ACTIVE',
    loadBalancers: own.loadBalancers ?? [],
    networkConfiguration: own.networkConfiguration && { awsvpcConfiguration: { assignPublicIp: 'DISABLED', securityGroups: [], ...own.networkConfiguration.awsvpcConfiguration } },
    deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100, strategy: 'ROLLING', ...lowercased(deployment ?? {}) },
    deployments: [{ status: 'PRIMARY', serviceConnectConfiguration: lowercased(ServiceConnectConfiguration), vpcLatticeConfigurations: lowercased(VpcLatticeConfigurations ?? []) }],
  };
}

/** ECS spells out what it assumes, and empty lists for what nobody set. */
function taskAnswer(taskDefinitionArn: string, properties: Record<string, any>): object {
  const { containerDefinitions = [], ...task } = lowercased(properties);
  return {
    volumes: [],
    placementConstraints: [],
    ...task,
    taskDefinitionArn,
    revision: 3,
    status: 'ACTIVE',
    compatibilities: ['EC2', 'FARGATE'],
    requiresAttributes: [{ name: 'ecs.capability.execution-role-awslogs' }],
    containerDefinitions: containerDefinitions.map((container: any) => ({
      cpu: 0,
      essential: true,
      environment: [],
      mountPoints: [],
      volumesFrom: [],
      systemControls: [],
      ...container,
      portMappings: (container.portMappings ?? []).map((mapping: any) => ({ hostPort: mapping.containerPort, protocol: 'tcp', ...mapping })),
      ...container.healthCheck && { healthCheck: { interval: 30, timeout: 5, retries: 3, ...container.healthCheck } },
    })),
  };
}
