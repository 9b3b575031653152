import { policiesNaming } from './attached-policies';
import { awaitsOneOf } from './awaits';
import { taskDefinitionOf } from './task-definition';
import type { UnawaitedFacts } from '../model/deployment';
import { asItems } from '../template/items';
import { belongingTo } from '../template/refers';
import type { Resource } from '../template/resource';
import { at } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** What a service needs from its start on, and CloudFormation can create after it. */
export const readUnawaited = (templates: Templates, service: Resource): readonly UnawaitedFacts[] => [
  ...policiesOf(templates, service).map(({ path }): UnawaitedFacts => ({ name: path, kind: 'policy' })),
  ...mountTargetsOf(templates, service).map(({ path }): UnawaitedFacts => ({ name: path, kind: 'mount target' })),
  ...associationsOf(templates, service).map(({ path }): UnawaitedFacts => ({ name: path, kind: 'capacity providers' })),
];

function policiesOf(templates: Templates, service: Resource): readonly Resource[] {
  const { ExecutionRoleArn: executionRole, TaskRoleArn: taskRole } = taskDefinitionOf(templates, service)?.properties ?? {};
  const [starting, running] = [templates.referred(executionRole, 'AWS::IAM::Role'), templates.referred(taskRole, 'AWS::IAM::Role')];
  const roles = [starting, running === starting ? undefined : running].filter(role => role !== undefined);
  return roles.flatMap(role => policiesNaming(templates, role)).filter(policy => awaitsOneOf(templates, service, [policy]) === false);
}

/** A file system has no address before it has a mount target. */
function mountTargetsOf(templates: Templates, service: Resource): readonly Resource[] {
  const fileSystems = asItems(taskDefinitionOf(templates, service)?.properties.Volumes)
    .map(volume => templates.referred(at(volume, 'EFSVolumeConfiguration', 'FilesystemId'), 'AWS::EFS::FileSystem'))
    .filter(fileSystem => fileSystem !== undefined);
  return unawaited(templates, service, [...new Set(fileSystems)].flatMap(fileSystem =>
    belongingTo(templates, fileSystem, 'AWS::EFS::MountTarget', 'FileSystemId')));
}

/** Without a strategy of its own, a service is created in any case. */
function associationsOf(templates: Templates, service: Resource): readonly Resource[] {
  const cluster = templates.referred(service.properties.Cluster, 'AWS::ECS::Cluster');
  if (cluster === undefined || service.properties.CapacityProviderStrategy === undefined) return [];
  return unawaited(templates, service, belongingTo(templates, cluster, 'AWS::ECS::ClusterCapacityProviderAssociations', 'Cluster'));
}

/** Those that certainly belong to what the service needs, and that it certainly does not wait for. */
const unawaited = (templates: Templates, service: Resource, needed: ReturnType<typeof belongingTo>): readonly Resource[] =>
  needed.flatMap(([resource, certain]) => certain && awaitsOneOf(templates, service, [resource]) === false ? [resource] : []);
