import { CfnParameter, Fn, Lazy } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { byAspect, changed, type Declare, judgedWays, lowLevel, override, stackOf, withContainer, withSidecar, withTask } from './ways-to-break';

const LOG = 'ContainerDefinitions.0.LogConfiguration';
const OPTIONS = { 'awslogs-group': 'shop', 'awslogs-region': 'eu-west-1', 'mode': 'non-blocking', 'max-buffer-size': '25m' };

const settingsFile = (key: string): Declare => (scope, vpc) =>
  withContainer({ environmentFiles: [ecs.EnvironmentFile.fromBucket(s3.Bucket.fromBucketName(scope, 'Settings', 'shop-settings'), key)] })(scope, vpc);

const onEfs = (options: Partial<ecs.EfsVolumeConfiguration>): Declare => changed(({ task, container }) => {
  task.addVolume({ name: 'files', efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0', transitEncryption: 'ENABLED', ...options } });
  container.addMountPoints({ sourceVolume: 'files', containerPath: '/files', readOnly: false });
});

/** Every way in which people write a task definition that ECS does not register. */
const BROKEN: readonly (readonly [rule: string, way: string, declare: Declare])[] = [
  ['container-cpu-fits', 'L1', lowLevel({ container: { cpu: 512 } })],
  ['container-cpu-fits', 'override', changed(({ cfnTask }) => override(cfnTask, 'ContainerDefinitions.0.Cpu', 257))],
  ['container-cpu-fits', 'sidecar', withSidecar({ cpu: 192 }, ({ container }) => override(container.taskDefinition.node.defaultChild as ecs.CfnTaskDefinition, 'ContainerDefinitions.0.Cpu', 128))],
  ['log-options-complete', 'deletion override', changed(({ cfnTask }) => cfnTask.addPropertyDeletionOverride(`${LOG}.Options.awslogs-region`))],
  ['log-options-complete', 'L1', lowLevel({ container: { logConfiguration: { logDriver: 'awslogs', options: OPTIONS } } })],
  ['log-options-complete', 'Splunk without a token', lowLevel({ container: { logConfiguration: { logDriver: 'splunk', options: { 'splunk-url': 'https://splunk.example.com' } } } })],
  ['firelens-has-router', 'L1', lowLevel({ container: { logConfiguration: { logDriver: 'awsfirelens' } } })],
  ['firelens-has-router', 'router without logs', changed(({ cfnTask }) => override(cfnTask, 'ContainerDefinitions.0.FirelensConfiguration', { Type: 'fluentbit' }))],
  ['mount-names-volume', 'method', changed(({ container }) => container.addMountPoints({ sourceVolume: 'cache', containerPath: '/cache', readOnly: true }))],
  ['mount-names-volume', 'L1', lowLevel({ container: { mountPoints: [{ sourceVolume: 'cache', containerPath: '/cache' }] } })],
  ['names-unique', 'method', changed(({ task, container }) => {
    for (let copies = 0; copies < 2; copies++) task.addVolume({ name: 'cache' });
    container.addMountPoints({ sourceVolume: 'cache', containerPath: '/cache', readOnly: false });
  })],
  ['names-unique', 'L1', lowLevel({
    task: { volumes: [{ name: 'cache' }, { name: 'cache', configuredAtLaunch: true }] },
    container: { mountPoints: [{ sourceVolume: 'cache', containerPath: '/cache' }] },
  })],
  ['secret-names-unique', 'prop', withContainer({ environment: { DB_PASSWORD: '' } })],
  ['secret-names-unique', 'override', changed(({ cfnTask, secret }) =>
    override(cfnTask, 'ContainerDefinitions.0.Secrets.1', { Name: 'DB_PASSWORD', ValueFrom: `${secret.secretArn}:user::` }))],
  ['ephemeral-storage-limits', 'override', changed(({ cfnTask }) => override(cfnTask, 'EphemeralStorage', { SizeInGiB: 201 }))],
  ['ephemeral-storage-limits', 'Aspect', byAspect(ecs.CfnTaskDefinition, task => void (task.ephemeralStorage = { sizeInGiB: 10 }))],
  ['environment-file-valid', 'prop', settingsFile('production.properties')],
  ['efs-access-point-root', 'method', onEfs({ rootDirectory: '/shop', authorizationConfig: { accessPointId: 'fsap-0123456789abcdef0' } })],
];

const number = (scope: ConstructorParameters<typeof CfnParameter>[0]) => new CfnParameter(scope, 'Number', { type: 'Number' }).valueAsNumber;

/** Tasks that look like one of those, and are sound or not yet known. */
const SOUND: readonly (readonly [way: string, declare: Declare])[] = [
  ['a container with all CPU units of the task', withContainer({ cpu: 256 })],
  ['a container whose CPU units are a parameter', (scope, vpc) => withContainer({ cpu: number(scope) })(scope, vpc)],
  ['ephemeral storage by a parameter', (scope, vpc) => withTask({ ephemeralStorageGiB: number(scope) })(scope, vpc)],
  ['the most ephemeral storage', withTask({ ephemeralStorageGiB: 200 })],
  ['an environment file', settingsFile('production.env')],
  ['an environment file by an import', (scope, vpc) => settingsFile(Fn.importValue('SettingsKey'))(scope, vpc)],
  ['a volume whose name is settled late', changed(({ task, container }) => {
    const name = Lazy.string({ produce: () => 'cache' });
    task.addVolume({ name });
    container.addMountPoints({ sourceVolume: name, containerPath: '/cache', readOnly: true });
  })],
  ['a token of Splunk from a secret', (scope, vpc) => withContainer({
    logging: ecs.LogDrivers.splunk({ url: 'https://splunk.example.com:8088', secretToken: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(scope, 'Token')) }),
  })(scope, vpc)],
  ['an access point with the root directory of its file system', onEfs({ rootDirectory: '/', authorizationConfig: { accessPointId: 'fsap-0123456789abcdef0' } })],
];

const faultsOf = judgedWays(BROKEN, SOUND);

test.each(BROKEN)('%s, broken by %s, is found and nothing else with it', (rule, way) => {
  expect(faultsOf(stackOf(rule, way))).toEqual([rule]);
});

test.each(SOUND)('%s is found without fault', way => {
  expect(faultsOf(stackOf('sound', way))).toEqual([]);
});
