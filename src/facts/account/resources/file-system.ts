import { isKnown, type Known, UNKNOWN } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';

/** A file system as DescribeFileSystems answers it. */
export interface FileSystemAnswer {
  readonly FileSystemId?: string;
  readonly FileSystemArn?: string;
}

/** A mount target as DescribeMountTargets answers it, with what DescribeMountTargetSecurityGroups adds. */
export interface MountTargetAnswer {
  readonly MountTargetId?: string;
  readonly SubnetId?: string;
  readonly LifeCycleState?: string;
  readonly securityGroups: Known<readonly string[]>;
}

export interface FileSystemAnswers {
  readonly fileSystem: FileSystemAnswer;
  readonly mountTargets: Known<readonly MountTargetAnswer[]>;
}

const MOUNT_TARGET = 'AWS::EFS::MountTarget';

/** The mount targets that are known, which were there before any task that mounts their file system. */
export const mountTargetsIn = ({ mountTargets }: FileSystemAnswers): readonly string[] =>
  isKnown(mountTargets) ? mountTargets.flatMap(({ MountTargetId }) => MountTargetId ?? []) : [];

/** A file system with its addresses in the VPC. */
export function fileSystemResources({ fileSystem, mountTargets }: FileSystemAnswers): readonly AccountResource[] {
  const { FileSystemId = '', FileSystemArn } = fileSystem;
  return [
    {
      id: FileSystemId,
      type: 'AWS::EFS::FileSystem',
      // Its policy is not read.
      properties: { FileSystemPolicy: UNKNOWN },
      names: FileSystemArn === undefined ? {} : { [FileSystemArn]: 'Arn' },
    },
    ...isKnown(mountTargets)
      ? mountTargets.map(({ MountTargetId = '', SubnetId, securityGroups }) =>
        ({ id: MountTargetId, type: MOUNT_TARGET, properties: { FileSystemId, SubnetId, SecurityGroups: securityGroups } }))
      : [{ id: `${FileSystemId}/mount-targets`, type: MOUNT_TARGET, properties: { FileSystemId: UNKNOWN } }],
  ];
}
