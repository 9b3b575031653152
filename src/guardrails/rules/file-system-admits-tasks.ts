import { templateArn } from '../../aws/arn';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { PolicyHolderFacts, RoleFacts } from '../../facts/model/role';
import type { TaskFacts } from '../../facts/model/task';
import type { EfsVolumeFacts, VolumeFacts } from '../../facts/model/volume';
import { mayAnyone, mayDoTo } from '../iam/permission';
import type { TaskRule } from '../model/rule';

const MOUNT = 'elasticfilesystem:ClientMount';

/** The CDK gives a file system such a policy where it grants access to one, and with the feature flags of a new app in any case. */
export const fileSystemAdmitsTasks: TaskRule = {
  id: 'file-system-admits-tasks',
  class: 'cannot start',
  judges: 'task',
  property: 'Volumes',
  reads: ['task.taskRole', 'task.volumes'],
  title: 'The policy of an EFS file system should allow the tasks to mount it.',
  why: 'Without a policy, all clients of a mount target can mount a file system. A policy replaces this default. '
    + 'If it allows only roles, a task without IAM authorization or permission does not start.',
  fix: 'Enable IAM authorization in authorizationConfig of efsVolumeConfiguration, and call '
    + 'fileSystem.grantReadWrite(taskDefinition.taskRole). mountFileSystem of HardenedFargateService does this.',
  see: [
    'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html',
  ],
  prevents: ['init/efs-permission'],
  breaks: {
    containers: { mountPoints: { volume: 'files' } },
    volumes: [{
      name: 'files',
      efs: {
        fileSystemId: 'fs-1',
        mountTargets: UNKNOWN,
        transitEncryption: true,
        iam: false,
        accessPoint: undefined,
        policy: { arn: templateArn('elasticfilesystem', 'file-system/fs-1'), grants: [] },
      },
    }],
  },
  holds: ({ taskRole, volumes }) => {
    if (!isKnown(volumes)) return UNKNOWN;
    const answers = volumes.map(volume => [volume, admits(volume, taskRole)] as const);
    const shut = answers.filter(([, answer]) => answer === false).map(([volume]) => seenOf(volume, taskRole));
    if (shut.length > 0) return { seen: shut.join('; ') };
    return answers.every(([, answer]) => answer === true) || UNKNOWN;
  },
};

/** Without IAM authorization, the task is a client without a name. */
function admits({ efs }: VolumeFacts, taskRole: TaskFacts['taskRole']): Known<boolean> {
  if (efs === undefined) return true;
  if (!isKnown(efs)) return UNKNOWN;
  const { policy, iam } = efs;
  if (policy === undefined) return true;
  if (!isKnown(policy) || !isKnown(iam)) return UNKNOWN;
  return iam ? allowsRole(policy, taskRole) : mayAnyone(MOUNT, policy);
}

const allowsRole = (policy: PolicyHolderFacts, taskRole: TaskFacts['taskRole']): Known<boolean> =>
  isRole(taskRole) ? mayDoTo(taskRole, MOUNT, policy) : UNKNOWN;

const isRole = (role: TaskFacts['taskRole']): role is RoleFacts => role !== undefined && isKnown(role);

function seenOf({ name, efs }: VolumeFacts, taskRole: TaskFacts['taskRole']): string {
  const mount = `mount ${isKnown(name) ? `volume '${name}'` : 'a volume'}`;
  const signsIn = (efs as EfsVolumeFacts).iam === true && isRole(taskRole);
  return signsIn
    ? `the task role '${taskRole.id}' has no permission to ${mount} (${MOUNT})`
    : `the file system policy does not allow a task without IAM authorization to ${mount}`;
}
