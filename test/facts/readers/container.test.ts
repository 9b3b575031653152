import { UNKNOWN } from '../../../src/facts/model/fact';
import { readLogConfiguration } from '../../../src/facts/readers/log-configuration';
import { readMountPoints } from '../../../src/facts/readers/mount-points';
import type { Resolved } from '../../../src/facts/template/resolved';
import { templatesOf } from '../templates-of';

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
  expect(readLogConfiguration(templates, { LogDriver: 'awslogs', Options: { 'awslogs-group': group } })).toMatchObject({ driver: 'awslogs', group: facts });
});

test('options that nobody knows are not taken for missing ones', () => {
  expect(readLogConfiguration(templates, { LogDriver: 'awslogs', Options: UNKNOWN })).toEqual({ driver: 'awslogs', options: UNKNOWN, group: UNKNOWN });
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
