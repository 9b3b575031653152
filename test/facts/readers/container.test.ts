import { UNKNOWN } from '../../../src/facts/model/fact';
import { readLogConfiguration } from '../../../src/facts/readers/log-configuration';
import { readMountPoints } from '../../../src/facts/readers/mount-points';
import type { Resolved } from '../../../src/facts/template/source/resolved';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf, templatesOf } from '../templates-of';

const templates = templatesOf({
  Kept: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: '30' } },
  Named: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: 'shop' } },
  SetElsewhere: { Type: 'AWS::Logs::LogGroup' },
  Retention: { Type: 'Custom::LogRetention', Properties: { LogGroupName: { Ref: 'SetElsewhere' }, RetentionInDays: 7 } },
});

test.each<[string, Resolved, unknown]>([
  ['for the time that the app says', '${S/Kept.Ref}', { retentionDays: 30 }],
  ['for ever, when a group of the app says nothing', 'shop', { retentionDays: undefined }],
  ['for a time that a custom resource sets', '${S/SetElsewhere.Ref}', { retentionDays: UNKNOWN }],
  ['for a time that nobody here knows, when the group was made elsewhere', 'elsewhere', UNKNOWN],
  ['nowhere, when there is no group', undefined, undefined],
])('log lines are kept %s', (_, group, facts) => {
  expect(readLogConfiguration(templates, { LogDriver: 'awslogs', Options: { 'awslogs-group': group } }, 'S')).toMatchObject({ driver: 'awslogs', group: facts });
});

test('options that nobody knows are not taken for missing ones', () => {
  expect(readLogConfiguration(templates, { LogDriver: 'awslogs', Options: UNKNOWN }, 'S')).toEqual({ driver: 'awslogs', options: UNKNOWN, region: UNKNOWN, group: UNKNOWN });
});

test('an option that a macro may bring is not taken for a missing one', () => {
  const Options: Resolved = { 'Fn::Transform': {}, 'awslogs-group': 'shop' };
  expect(readLogConfiguration(templates, { LogDriver: 'awslogs', Options }, 'S')).toMatchObject({ options: UNKNOWN });
});

test.each<[string, string, unknown]>([
  ['of its own by name', 'eu-west-1', undefined],
  ['of its own by reference', '${AWS::Region}', undefined],
  ['of another', 'us-east-1', 'us-east-1'],
  ['that a parameter names', '${S/Where.Ref}', UNKNOWN],
])('a stack with a Region sends log lines to one %s', (_, region, read) => {
  const inIreland = new Templates([{ ...sourceOf('S', {}), environment: { region: 'eu-west-1' } }]);
  expect(readLogConfiguration(inIreland, { LogDriver: 'awslogs', Options: { 'awslogs-region': region } }, 'S')).toMatchObject({ region: read });
});

test('a stack without a Region may send log lines to its own by name', () => {
  expect(readLogConfiguration(templates, { LogDriver: 'awslogs', Options: { 'awslogs-region': 'us-east-1' } }, 'S')).toMatchObject({ region: UNKNOWN });
});

test('volumes and file systems in memory are seen at their paths', () => {
  const MountPoints = [{ ContainerPath: '/data', ReadOnly: 'true' }, { ContainerPath: '${S/Param.Ref}' }];
  expect(readMountPoints({ MountPoints, LinuxParameters: { Tmpfs: [{ ContainerPath: '/tmp', Size: 64 }, { ContainerPath: '/conf', MountOptions: ['ro'] }] } })).toEqual([
    { path: '/data', readOnly: true },
    { path: UNKNOWN, readOnly: false },
    { path: '/tmp', readOnly: false },
    { path: '/conf', readOnly: true },
  ]);
  expect(readMountPoints({})).toEqual([]);
});

test('the paths of another container\'s volumes are unknown', () => {
  expect(readMountPoints({ VolumesFrom: [{ SourceContainer: 'other' }] })).toBe(UNKNOWN);
  expect(readMountPoints({ MountPoints: UNKNOWN })).toBe(UNKNOWN);
});
