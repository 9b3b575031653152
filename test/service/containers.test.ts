import { App, Duration, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { declared, declareIn, imageIn, newStack, only } from './declare';
import { HardenedFargateService } from '../../src/index';

/** A service with a container of each kind, synthesized under every guardrail. */
function everyContainer(): Template {
  const stack = newStack(new App());
  const vpc = new ec2.Vpc(stack, 'Vpc');
  const image = imageIn(stack);
  const service = new HardenedFargateService(stack, 'Web', {
    image,
    vpc,
    memoryLimitMiB: 2048,
    cpu: 512,
    ephemeralStorageGiB: 50,
    environmentFiles: [ecs.EnvironmentFile.fromBucket(new s3.Bucket(stack, 'Settings'), 'web.env')],
    logging: ecs.LogDrivers.firelens({ options: { Name: 'kinesis_firehose', region: 'eu-central-1', delivery_stream: 'logs' } }),
  });
  service.addSidecar('otel', {
    image,
    memoryLimitMiB: 256,
    healthCheck: { command: ['CMD', '/healthcheck'] },
    portMappings: [{ name: 'otlp', containerPort: 4317 }],
    writablePaths: ['/tmp'],
  });
  service.addSidecar('metrics', { image, memoryLimitMiB: 64, essential: false, startsAlongside: true });
  service.addInitContainer('schema', { image, memoryLimitMiB: 1024, command: ['migrate'] });
  service.addInitContainer('warm-up', { image, memoryLimitMiB: 128 });
  service.addLogRouter('log-router', { image });
  const fileSystem = new efs.FileSystem(stack, 'Files', { vpc, encrypted: true });
  service.mountFileSystem(fileSystem.addAccessPoint('Data', { path: '/data', posixUser: { uid: '1000', gid: '1000' } }), { containerPath: '/data' });
  return Template.fromStack(stack);
}

const ALL = everyContainer();

type Definition = Readonly<Record<string, any>>;

const task: Definition = only(ALL, 'AWS::ECS::TaskDefinition');
const container = (name: string): Definition => task.ContainerDefinitions.find(({ Name }: { Name: string }) => Name === name);

describe('every further container', () => {
  test.each(['otel', 'metrics', 'schema', 'warm-up', 'log-router'])('%s has a read-only root, an init process and its log in the group of the service', name => {
    expect(container(name)).toMatchObject({ ReadonlyRootFilesystem: true, LinuxParameters: { InitProcessEnabled: true } });
    expect(container(name).LogConfiguration).toMatchObject({ LogDriver: 'awslogs', Options: { 'awslogs-stream-prefix': name, 'mode': 'non-blocking' } });
  });

  test.each(['otel', 'metrics', 'schema', 'warm-up', 'log-router'])('%s can be entered by people, who write to volumes of its own', name => {
    const mounts: { SourceVolume: string; ContainerPath: string }[] = container(name).MountPoints;
    expect(mounts.map(({ ContainerPath: path }) => path)).toEqual(expect.arrayContaining(['/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm']));
    for (const { SourceVolume: volume } of mounts) expect(volume).toMatch(new RegExp(`^${name}-writable`));
  });

  test.each([512, 507, 5, 100.5])('that wants %d of 512 MiB is refused, because each container needs 6 MiB', memoryLimitMiB => {
    const service = declareIn(newStack(), {});
    expect(() => service.addSidecar('otel', { image: imageIn(newStack(undefined, 'Other')), memoryLimitMiB })).toThrow(
      `[Shop/Web] 'memoryLimitMiB' of the container 'otel' is ${memoryLimitMiB}, but must be a whole number from 6 to 506: the application gets the rest`,
    );
  });
});

describe('a sidecar', () => {
  test('is there before the application, and healthy where it can say so', () => {
    expect(container('app').DependsOn).toContainEqual({ ContainerName: 'otel', Condition: 'HEALTHY' });
    expect(container('otel').HealthCheck).toMatchObject({ Command: ['CMD', '/healthcheck'], StartPeriod: 60 });
  });

  test('takes its memory from the application, and has the time of the application to stop', () => {
    expect(container('otel')).toMatchObject({ Memory: 256, StopTimeout: 30, Essential: true });
    expect(container('app').Memory).toBe(2048 - 256 - 64 - 128);
  });

  test('that may start alongside is not waited for, and one that is not essential may end', () => {
    expect(JSON.stringify(container('app').DependsOn)).not.toContain('metrics');
    expect(container('metrics').Essential).toBe(false);
  });
});

describe('init containers', () => {
  test('run one after the other, and the application after them', () => {
    expect(container('warm-up').DependsOn).toEqual([{ ContainerName: 'schema', Condition: 'SUCCESS' }]);
    expect(container('app').DependsOn).toEqual(expect.arrayContaining([
      { ContainerName: 'schema', Condition: 'SUCCESS' }, { ContainerName: 'warm-up', Condition: 'SUCCESS' },
    ]));
    expect(container('schema').Essential).toBe(false);
  });
});

test('a log router sends on what the application says, and says in CloudWatch what it thinks of it', () => {
  expect(container('app').LogConfiguration).toMatchObject({ LogDriver: 'awsfirelens', Options: { Name: 'kinesis_firehose' } });
  expect(container('log-router')).toMatchObject({ FirelensConfiguration: { Type: 'fluentbit' }, Essential: true, StopTimeout: 30 });
});

test('a file system is mounted by its access point, encrypted, and by the task role alone', () => {
  const [volume] = task.Volumes.filter(({ EFSVolumeConfiguration: files }: Definition) => files !== undefined);
  expect(volume.EFSVolumeConfiguration).toMatchObject({ TransitEncryption: 'ENABLED', AuthorizationConfig: { IAM: 'ENABLED', AccessPointId: expect.anything() } });
  ALL.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { FromPort: 2049, ToPort: 2049 });
  expect(JSON.stringify(ALL.findResources('AWS::IAM::Policy'))).toContain('elasticfilesystem:AccessPointArn');
  const [service] = Object.values(ALL.findResources('AWS::ECS::Service'));
  expect(service.DependsOn.join()).toContain('FilesEfsMountTarget');
});

test('files with variables may be read, and storage is as large as it was wished', () => {
  expect(container('app').EnvironmentFiles).toHaveLength(1);
  expect(JSON.stringify(ALL.findResources('AWS::IAM::Policy'))).toMatch(/"s3:GetObject"[^{]*\{[^}]*\["",\[[^\]]*web\.env/);
  expect(task.EphemeralStorage).toEqual({ SizeInGiB: 50 });
  expect(() => declareIn(newStack(), { ephemeralStorageGiB: 20 })).toThrow("'ephemeralStorageGiB' is 20, but Fargate supports 21 to 200 whole GiB");
});

test('ports have names, that of the load balancer first', () => {
  const template = declared(() => ({
    containerPort: 8080,
    portMappings: [{ name: 'admin', containerPort: 9090 }, { name: 'http', containerPort: 8080, appProtocol: ecs.AppProtocol.http }],
    drainTime: Duration.seconds(20),
  }), service => service.service.enableServiceConnect({ namespace: 'shop.local', services: [{ portMappingName: 'http' }] }));
  expect(only(template, 'AWS::ECS::TaskDefinition').ContainerDefinitions[0].PortMappings).toMatchObject([
    { Name: 'http', ContainerPort: 8080 }, { Name: 'admin', ContainerPort: 9090 },
  ]);
});

describe('a file system of another VPC is refused, because its name does not resolve there', () => {
  const filesIn = (stack: Stack, vpc: ec2.IVpc) => new efs.FileSystem(stack, 'Files', { vpc }).addAccessPoint('Data');
  const importedIn = (stack: Stack) => {
    const fileSystem = efs.FileSystem.fromFileSystemAttributes(stack, 'Files', {
      fileSystemId: 'fs-0123456789abcdef0', securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'FilesGroup', 'sg-0123456789abcdef0'),
    });
    return efs.AccessPoint.fromAccessPointAttributes(stack, 'Data', { accessPointId: 'fsap-0123456789abcdef0', fileSystem });
  };
  const vpcIn = (stack: Stack, id = 'Vpc') => new ec2.Vpc(stack, id, { natGateways: 0 });
  const mounted = (files: (stack: Stack) => efs.IAccessPoint, vpc?: (stack: Stack) => ec2.IVpc) => () => {
    const stack = newStack();
    const given = vpc?.(stack);
    declareIn(stack, given && { vpc: given }).mountFileSystem(files(stack), { containerPath: '/data' });
  };
  const NOT_RESOLVED = "and the DNS name of a file system does not resolve in another VPC; set 'vpc', or the VPC of 'cluster', to the VPC of the file system";

  test('where the app declares both', () => {
    expect(mounted(stack => filesIn(stack, vpcIn(stack, 'Other')), vpcIn))
      .toThrow(`the file system 'Shop/Files' is in another VPC, but the tasks of 'Shop/Web' run in 'Shop/Vpc', ${NOT_RESOLVED}`);
  });

  test('where the service has a new VPC of its own', () => {
    expect(mounted(stack => filesIn(stack, vpcIn(stack, 'Other'))))
      .toThrow(`the file system 'Shop/Files' is in another VPC, but the tasks of 'Shop/Web' run in a new VPC, ${NOT_RESOLVED}`);
    expect(mounted(importedIn))
      .toThrow(`the file system 'Shop/Files' is imported, but the tasks of 'Shop/Web' run in a new VPC, ${NOT_RESOLVED}`);
  });

  test('and one that may be in the VPC of the tasks is mounted', () => {
    expect(mounted(importedIn, vpcIn)).not.toThrow();
    const stack = newStack(new App());
    const service = declareIn(stack);
    expect(() => service.mountFileSystem(filesIn(stack, service.vpc), { containerPath: '/data' })).not.toThrow();
  });
});

describe('a file system at a path that has a volume is refused, because a container has one volume at a path', () => {
  const mounted = (writablePaths: string[] | undefined, ...containerPaths: string[]) => () => {
    const stack = newStack();
    const service = declareIn(stack, { writablePaths });
    const files = new efs.FileSystem(stack, 'Files', { vpc: service.vpc });
    containerPaths.forEach(containerPath => service.mountFileSystem(files.addAccessPoint(`At${containerPath}`), { containerPath }));
  };

  test.each([['/tmp'], ['/tmp/']])('such as %s, which is writable by default', path => {
    expect(mounted(undefined, path)).toThrow(
      `[Shop/Web] 'containerPath' is '${path}', but the volume 'writable-tmp' is already mounted at '/tmp'; set it to another path, or remove the path from 'writablePaths'`,
    );
  });

  test('such as that of another file system, or one whose volume would have the same name', () => {
    expect(mounted([], '/data', '/data/')).toThrow("the volume 'files-data' is already mounted at '/data'");
    expect(mounted([], '/data/x', '/data-x')).toThrow("the volume 'files-data-x' is already mounted at '/data/x'");
  });

  test('and accepted where the path is not writable otherwise', () => {
    expect(mounted([], '/tmp', '/data')).not.toThrow();
  });
});

test.each<[string, (service: HardenedFargateService, image: ecs.ContainerImage) => unknown]>([
  ['sidecars', (service, image) => service.addSidecar('b', { image, memoryLimitMiB: 64 })],
  ['init containers', (service, image) => service.addInitContainer('b', { image, memoryLimitMiB: 64 })],
  ['log routers', (service, image) => service.addLogRouter('b', { image })],
])('two %s of one name are refused, with the name', (_, add) => {
  const stack = newStack();
  const service = declareIn(stack);
  const image = imageIn(stack);
  add(service, image);
  expect(() => add(service, image)).toThrow("[Shop/Web] the task already has a container 'b'; give this container another id");
});
