import { type Known, UNKNOWN } from '../model/fact';
import { asItems } from '../template/items';
import { asBoolean, asNumber, asObject, asString, at, type Resolved, type ResolvedObject } from '../template/source/resolved';

/**
 * Parameters of task definitions and services that Fargate refuses, by the name that people set, with the question whether they are set.
 *
 * `tmpfs` works on Fargate since January 2026, and `ulimits` always did, whatever older lists say.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
type Refusals = Readonly<Record<string, (properties: ResolvedObject) => boolean>>;

const OF_A_CONTAINER: Refusals = {
  'disableNetworking': ({ DisableNetworking: value }) => asBoolean(value) === true,
  'dnsSearchDomains': ({ DnsSearchDomains: value }) => asItems(value).length > 0,
  'dnsServers': ({ DnsServers: value }) => asItems(value).length > 0,
  'dockerSecurityOptions': ({ DockerSecurityOptions: value }) => asItems(value).length > 0,
  'extraHosts': ({ ExtraHosts: value }) => asItems(value).length > 0,
  'hostname': ({ Hostname: value }) => isSet(asString(value)),
  'links': ({ Links: value }) => asItems(value).length > 0,
  'linuxParameters.capabilities.add': ({ LinuxParameters: value }) =>
    asItems(at(value, 'Capabilities', 'Add')).some(capability => isOther(capability, ['SYS_PTRACE', 'CAP_SYS_PTRACE'])),
  'linuxParameters.devices': ({ LinuxParameters: value }) => asItems(at(value, 'Devices')).length > 0,
  'linuxParameters.maxSwap': ({ LinuxParameters: value }) => isSet(asNumber(at(value, 'MaxSwap'))),
  'linuxParameters.sharedMemorySize': ({ LinuxParameters: value }) => isSet(asNumber(at(value, 'SharedMemorySize'))),
  'linuxParameters.swappiness': ({ LinuxParameters: value }) => isSet(asNumber(at(value, 'Swappiness'))),
  'logConfiguration.logDriver': ({ LogConfiguration: value }) => isOther(at(value, 'LogDriver'), ['awslogs', 'splunk', 'awsfirelens']),
  'portMappings.hostPort': ({ PortMappings: value }) => asItems(value).some(mapsToAnotherPort),
  'privileged': ({ Privileged: value }) => asBoolean(value) === true,
  'resourceRequirements.gpu': ({ ResourceRequirements: value }) => asItems(value).some(requirement => at(requirement, 'Type') === 'GPU'),
};

const OF_A_TASK: Refusals = {
  'ipcMode': ({ IpcMode: value }) => isSet(asString(value)),
  'networkMode': ({ NetworkMode: value }) => value === undefined || isOther(value, ['awsvpc']),
  'pidMode': ({ PidMode: value }) => isOther(value, ['task']),
  'placementConstraints': ({ PlacementConstraints: value }) => asItems(value).length > 0,
  'volumes.dockerVolumeConfiguration': ({ Volumes: value }) =>
    asItems(value).some(volume => isSet(asObject(at(volume, 'DockerVolumeConfiguration')))),
  'volumes.fsxWindowsFileServerVolumeConfiguration': ({ Volumes: value }) =>
    asItems(value).some(volume => isSet(asObject(at(volume, 'FSxWindowsFileServerVolumeConfiguration')))),
  'volumes.host.sourcePath': ({ Volumes: value }) => asItems(value).some(volume => isSet(asString(at(volume, 'Host', 'SourcePath')))),
};

/**
 * Fargate has no instances among which to choose, and a task with its own network is no target of a Classic Load Balancer.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-loadbalancer.html
 */
const OF_A_SERVICE: Refusals = {
  'loadBalancers.loadBalancerName': ({ LoadBalancers: value }) =>
    asItems(value).some(loadBalancer => isSet(asString(at(loadBalancer, 'LoadBalancerName')))),
  'placementConstraints': ({ PlacementConstraints: value }) => asItems(value).length > 0,
  'placementStrategies': ({ PlacementStrategies: value }) => asItems(value).length > 0,
  'schedulingStrategy': ({ SchedulingStrategy: value }) => value === 'DAEMON',
};

/** The parameters of a container that are set for certain and that Fargate refuses. */
export const refusedOfContainer = (container: Resolved): Known<readonly string[]> => refused(OF_A_CONTAINER, container);

/** The parameters of a task definition itself that are set for certain and that Fargate refuses. */
export const refusedOfTask = (task: Resolved): Known<readonly string[]> => refused(OF_A_TASK, task);

/** The parameters of a service that are set for certain and that Fargate refuses. */
export const refusedOfService = (service: Resolved): Known<readonly string[]> => refused(OF_A_SERVICE, service);

function refused(table: Refusals, properties: Resolved): Known<readonly string[]> {
  const known = asObject(properties);
  if (known === undefined || known === UNKNOWN) return UNKNOWN;
  return Object.entries(table).filter(([, isSetIn]) => isSetIn(known)).map(([name]) => name);
}

/** In the task's own network the host's port is the container's; 0 and absence leave it to ECS. */
function mapsToAnotherPort(mapping: Resolved): boolean {
  const host = asNumber(at(mapping, 'HostPort'));
  const container = asNumber(at(mapping, 'ContainerPort'));
  return isSet(host) && isSet(container) && host !== 0 && host !== container;
}

const isSet = (fact: unknown): boolean => fact !== undefined && fact !== UNKNOWN;

const isOther = (value: Resolved, accepted: readonly string[]): boolean =>
  typeof value === 'string' && !value.includes('${') && !accepted.includes(value);
