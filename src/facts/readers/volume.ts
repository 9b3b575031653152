import { readNetworkPlacement } from './network-placement';
import { readPolicyHolder } from './policy-holder';
import { readSecurityGroups } from './security-groups';
import { type Fact, type Known, UNKNOWN } from '../model/fact';
import type { PolicyHolderFacts } from '../model/role';
import type { EfsVolumeFacts, MountTargetFacts, VolumeFacts } from '../model/volume';
import { once } from '../template/once';
import { belongingTo } from '../template/refers';
import type { Resource } from '../template/resource';
import { asLiteral, asObject, asString, at, isWhole, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Reads one volume of a task definition. */
export const readVolume = (templates: Templates, volume: Resolved): VolumeFacts => ({
  name: asString(at(volume, 'Name')) ?? UNKNOWN,
  efs: readEfs(templates, at(volume, 'EFSVolumeConfiguration')),
});

function readEfs(templates: Templates, value: Resolved): Fact<EfsVolumeFacts> {
  const efs = asObject(value);
  if (efs === undefined || efs === UNKNOWN) return efs;
  const fileSystem = templates.referred(efs.FilesystemId, 'AWS::EFS::FileSystem');
  return {
    fileSystemId: fileSystem?.key ?? idOf(asString(efs.FilesystemId)),
    mountTargets: fileSystem === undefined ? UNKNOWN : readMountTargets(templates, fileSystem),
    transitEncryption: isEnabled(efs.TransitEncryption),
    iam: isEnabled(at(efs.AuthorizationConfig, 'IAM')),
    accessPoint: asString(at(efs.AuthorizationConfig, 'AccessPointId')),
    rootDirectory: asLiteral(efs.RootDirectory),
    policy: fileSystem === undefined ? UNKNOWN : policyOf(templates, fileSystem),
  };
}

/** Every client may mount a file system without a policy. */
function policyOf(templates: Templates, fileSystem: Resource): Fact<PolicyHolderFacts> {
  const { FileSystemPolicy: policy } = fileSystem.properties;
  return policy === undefined || policy === UNKNOWN ? policy : readPolicyHolder(templates, fileSystem);
}

const idOf = (id: Fact<string>): Known<string> => typeof id === 'string' && isWhole(id) ? id : UNKNOWN;

/** Left out it is disabled. */
function isEnabled(value: Resolved): Known<boolean> {
  const text = asString(value);
  return text === UNKNOWN || text?.includes('${') ? UNKNOWN : text === 'ENABLED';
}

const readMountTargets = once((templates: Templates, fileSystem: Resource): Known<readonly MountTargetFacts[]> => {
  const targets = belongingTo(templates, fileSystem, 'AWS::EFS::MountTarget', 'FileSystemId');
  return targets.every(([, certain]) => certain) ? targets.map(([{ key, properties }]) => ({
    id: key,
    site: readNetworkPlacement(templates, properties.SubnetId),
    securityGroups: readSecurityGroups(templates, properties.SecurityGroups),
  })) : UNKNOWN;
});
