import { UNKNOWN } from '../../../src/facts/model/fact';
import { refusedOfContainer, refusedOfService, refusedOfTask } from '../../../src/facts/readers/fargate-refuses';
import type { Resolved, ResolvedObject } from '../../../src/facts/template/source/resolved';

const AWSVPC = { NetworkMode: 'awsvpc' };

test.each<[string, ResolvedObject]>([
  ['disableNetworking', { DisableNetworking: true }],
  ['dnsSearchDomains', { DnsSearchDomains: ['example.com'] }],
  ['dnsServers', { DnsServers: ['10.0.0.2'] }],
  ['dockerSecurityOptions', { DockerSecurityOptions: ['no-new-privileges'] }],
  ['extraHosts', { ExtraHosts: [{ Hostname: 'db', IpAddress: '10.0.0.3' }] }],
  ['hostname', { Hostname: 'web' }],
  ['links', { Links: ['db'] }],
  ['linuxParameters.capabilities.add', { LinuxParameters: { Capabilities: { Add: ['NET_ADMIN'] } } }],
  ['linuxParameters.devices', { LinuxParameters: { Devices: [{ HostPath: '/dev/fuse' }] } }],
  ['linuxParameters.maxSwap', { LinuxParameters: { MaxSwap: 0 } }],
  ['linuxParameters.sharedMemorySize', { LinuxParameters: { SharedMemorySize: 64 } }],
  ['linuxParameters.swappiness', { LinuxParameters: { Swappiness: 60 } }],
  ['logConfiguration.logDriver', { LogConfiguration: { LogDriver: 'json-file' } }],
  ['portMappings.hostPort', { PortMappings: [{ ContainerPort: 80, HostPort: 8080 }] }],
  ['privileged', { Privileged: 'true' }],
  ['resourceRequirements.gpu', { ResourceRequirements: [{ Type: 'GPU', Value: '1' }] }],
])('Fargate refuses a container that sets %s', (name, properties) => {
  expect(refusedOfContainer(properties)).toEqual([name]);
});

test.each<[string, ResolvedObject]>([
  ['a capability to trace', { LinuxParameters: { Capabilities: { Add: ['SYS_PTRACE'], Drop: ['ALL'] } } }],
  ['a file system in memory', { LinuxParameters: { Tmpfs: [{ ContainerPath: '/tmp', Size: 64 }], InitProcessEnabled: true } }],
  ['the same port on both sides', { PortMappings: [{ ContainerPort: 80, HostPort: 80 }, { ContainerPort: 81 }] }],
  ['a log driver of Fargate', { LogConfiguration: { LogDriver: 'awsfirelens' } }],
  ['limits of the process', { Ulimits: [{ Name: 'nofile', SoftLimit: 1024, HardLimit: 4096 }] }],
  ['what is left at its default', { Privileged: false, DnsServers: [] }],
  ['what only deployment decides', { Privileged: UNKNOWN, Links: UNKNOWN, LogConfiguration: UNKNOWN, Hostname: UNKNOWN }],
])('Fargate takes a container with %s', (_, properties) => {
  expect(refusedOfContainer(properties)).toEqual([]);
});

test.each<[string, Resolved]>([
  ['ipcMode', { ...AWSVPC, IpcMode: 'host' }],
  ['networkMode', { NetworkMode: 'bridge' }],
  ['networkMode', {}],
  ['pidMode', { ...AWSVPC, PidMode: 'host' }],
  ['placementConstraints', { ...AWSVPC, PlacementConstraints: [{ Type: 'memberOf' }] }],
  ['volumes.dockerVolumeConfiguration', { ...AWSVPC, Volumes: [{ DockerVolumeConfiguration: { Scope: 'task' } }] }],
  ['volumes.fsxWindowsFileServerVolumeConfiguration', { ...AWSVPC, Volumes: [{ FSxWindowsFileServerVolumeConfiguration: { FileSystemId: 'fs-1' } }] }],
  ['volumes.host.sourcePath', { ...AWSVPC, Volumes: [{ Host: { SourcePath: '/data' } }] }],
])('Fargate refuses a task definition with %s', (name, properties) => {
  expect(refusedOfTask(properties)).toEqual([name]);
});

test('Fargate takes a task definition with its own network, a shared process space and its own volumes', () => {
  expect(refusedOfTask({ ...AWSVPC, PidMode: 'task', Volumes: [{ Name: 'scratch', Host: {} }, { EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }] })).toEqual([]);
});

test.each<[string, ResolvedObject]>([
  ['loadBalancers.loadBalancerName', { LoadBalancers: [{ LoadBalancerName: 'classic', ContainerName: 'app', ContainerPort: 8080 }] }],
  ['placementConstraints', { PlacementConstraints: [{ Type: 'distinctInstance' }] }],
  ['placementStrategies', { PlacementStrategies: [{ Type: 'spread', Field: 'attribute:ecs.availability-zone' }] }],
  ['schedulingStrategy', { SchedulingStrategy: 'DAEMON' }],
])('Fargate refuses a service with %s', (name, properties) => {
  expect(refusedOfService(properties)).toEqual([name]);
});

test.each<[string, ResolvedObject]>([
  ['target groups and replicas', { LoadBalancers: [{ TargetGroupArn: '${S/Group.Ref}' }], SchedulingStrategy: 'REPLICA', PlacementConstraints: [] }],
  ['what only deployment decides', { LoadBalancers: [{ LoadBalancerName: UNKNOWN }], SchedulingStrategy: '${S/Strategy.Ref}', PlacementConstraints: UNKNOWN, PlacementStrategies: UNKNOWN }],
])('Fargate takes a service with %s', (_, properties) => {
  expect(refusedOfService(properties)).toEqual([]);
});

test('a container that only deployment decides is unknown', () => {
  expect(refusedOfContainer(UNKNOWN)).toBe(UNKNOWN);
});
