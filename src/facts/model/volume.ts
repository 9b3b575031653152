import type { Fact, Known } from './fact';
import type { SecurityGroupFacts, NetworkPlacementFacts } from './network';
import type { PolicyHolderFacts } from './role';

/** The address of a file system in one subnet, for all tasks of its Availability Zone. */
export interface MountTargetFacts {
  readonly id: string;
  readonly site: Known<NetworkPlacementFacts>;
  readonly securityGroups: Known<readonly SecurityGroupFacts[]>;
}

/** A volume on EFS. */
export interface EfsVolumeFacts {
  /** What names the file system: two facts with the same id are of the same one. */
  readonly fileSystemId: Known<string>;
  /** Every mount target of the file system; unknown for one that was made elsewhere. */
  readonly mountTargets: Known<readonly MountTargetFacts[]>;
  readonly transitEncryption: Known<boolean>;
  readonly iam: Known<boolean>;
  readonly accessPoint: Fact<string>;
  /** The directory that is mounted as the root; absent for that of the file system or the access point. */
  readonly rootDirectory?: Fact<string>;
  /** The file system with its policy; absent where it has none, so that every client may mount it. */
  readonly policy?: Fact<PolicyHolderFacts>;
}

/** What a task gives its containers to write to. */
export interface VolumeFacts {
  readonly name: Known<string>;
  /** Absent for a volume that is not on EFS. */
  readonly efs: Fact<EfsVolumeFacts>;
}
