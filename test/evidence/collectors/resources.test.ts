import { definition } from './a-stop';
import type { AccountAnswers } from './an-account';
import { anAsk } from './an-ask';
import { resources } from '../../../src/evidence/collectors/resources';
import { evidenceOf } from '../../diagnosis/evidence-of';

const WITH_VOLUMES = {
  taskDefinition: {
    ...definition(8).taskDefinition,
    volumes: [
      { name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-0a1b2c3d', authorizationConfig: { accessPointId: 'fsap-0a1b2c3d' } } },
      { name: 'more', efsVolumeConfiguration: {} },
      { name: 'scratch' },
    ],
  },
};

const STOP = evidenceOf({
  task: {
    taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:8',
    stoppedReason: 'ResourceInitializationError: no free address in subnet-0a1b2c3d',
  },
});

const found = async (answers: AccountAnswers, stop = STOP) =>
  (await resources.collect(stop, anAsk({ 'ecs:DescribeTaskDefinition': WITH_VOLUMES, ...answers }), [])).resources;

test('what the task uses is there, each with when it was made', async () => {
  expect(await found({
    'logs:DescribeLogGroups': { logGroups: [{ logGroupName: '/ecs/web-old' }, { logGroupName: '/ecs/web', creationTime: 1762135800000 }] },
    'elasticfilesystem:DescribeFileSystems': { FileSystems: [{ FileSystemId: 'fs-0a1b2c3d', CreationTime: '2026-11-01T00:00:00Z' }] },
    'elasticfilesystem:DescribeAccessPoints': { AccessPoints: [{ AccessPointId: 'fsap-0a1b2c3d' }] },
    'ec2:DescribeSubnets': { Subnets: [{ SubnetId: 'subnet-0a1b2c3d', AvailableIpAddressCount: 0 }] },
  })).toEqual([
    { kind: 'log group', name: '/ecs/web', createdAt: '2025-11-03T02:10:00.000Z' },
    { kind: 'file system', name: 'fs-0a1b2c3d', createdAt: '2026-11-01T00:00:00.000Z' },
    { kind: 'access point', name: 'fsap-0a1b2c3d' },
    { kind: 'subnet', name: 'subnet-0a1b2c3d', freeAddresses: 0 },
  ]);
});

test('what AWS does not know is missing', async () => {
  expect(await found({
    'logs:DescribeLogGroups': { logGroups: [] },
    'elasticfilesystem:DescribeFileSystems': new Error('FileSystemNotFound: fs-0a1b2c3d'),
    'elasticfilesystem:DescribeAccessPoints': new Error('AccessPointNotFound: fsap-0a1b2c3d'),
    'ec2:DescribeSubnets': new Error('InvalidSubnetID.NotFound: subnet-0a1b2c3d'),
  })).toEqual([
    { kind: 'log group', name: '/ecs/web', isMissing: true },
    { kind: 'file system', name: 'fs-0a1b2c3d', isMissing: true },
    { kind: 'access point', name: 'fsap-0a1b2c3d', isMissing: true },
  ]);
  expect(await found({ 'logs:DescribeLogGroups': new Error('ResourceNotFoundException: /ecs/web') })).toEqual([
    { kind: 'log group', name: '/ecs/web', isMissing: true },
  ]);
});

test('what may not be read is neither there nor missing', async () => {
  expect(await found({})).toEqual([]);
});

test('a log group is not missing while there are more groups of its beginning than one answer holds', async () => {
  const others = Array.from({ length: 50 }, (_, index) => ({ logGroupName: `/ecs/web-${index}` }));
  expect(await found({ 'logs:DescribeLogGroups': { logGroups: others } })).toEqual([]);
});

test('the subnet of the task is known from its network interface, and of a task that names none nothing is asked', async () => {
  const answers = { 'ec2:DescribeSubnets': { Subnets: [{ AvailableIpAddressCount: 7 }] } };
  const attached = evidenceOf({ task: { attachments: [{ type: 'eni', status: 'ATTACHED', details: { subnetId: 'subnet-11112222' } }] } });
  expect(await found(answers, attached)).toEqual([{ kind: 'subnet', name: 'subnet-11112222', freeAddresses: 7 }]);
  expect(await found(answers, evidenceOf({}))).toEqual([]);
});
