import { aclsLetCall } from './acl';
import { admits, mayCall, NFS } from './firewall';
import { resolvesNames } from './over-https';
import { fromEach, openIf, type Reach, type Step, throughAll } from './reach';
import { isSameZone } from './zone';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { some } from '../../facts/model/known';
import type { NetworkFacts, SecurityGroupFacts, SubnetFacts, VpcFacts } from '../../facts/model/network';
import type { EfsVolumeFacts, MountTargetFacts } from '../../facts/model/volume';

/**
 * Whether tasks reach a file system from every subnet that they may be placed in.
 *
 * Its name leads to the mount target in the Availability Zone of the task, and to none where there is no such mount target, or where the
 * task is in another VPC.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html
 * @see https://docs.aws.amazon.com/efs/latest/ug/mount-fs-different-vpc.html
 */
export function reachFiles(network: NetworkFacts, { fileSystemId, mountTargets }: EfsVolumeFacts): Reach {
  const { vpc } = network;
  if (!isKnown(mountTargets)) return UNKNOWN;
  const elsewhere = otherVpcOf(mountTargets, network);
  if (elsewhere !== undefined) {
    const because = `the DNS name of ${String(fileSystemId)} does not resolve, because its mount targets are in the VPC ${elsewhere}`;
    return fromEach(network.subnets, () => ({ blame: 'path', because }));
  }
  if (!isKnown(vpc)) return UNKNOWN;
  return fromEach(network.subnets, subnet => {
    const near = mountTargets.find(target => isInZoneOf(subnet, target) === true);
    if (near !== undefined) return mount(near, subnet, network, vpc);
    return openIf(
      some(mountTargets.map(target => isInZoneOf(subnet, target))),
      'path',
      `there is no mount target of ${String(fileSystemId)} in the Availability Zone`,
    );
  });
}

/** The VPC of a file system, where it is certainly another one than that of the tasks; that of its groups is that of a mount target. */
function otherVpcOf(mountTargets: readonly MountTargetFacts[], { securityGroups }: NetworkFacts): string | undefined {
  const ofTasks = vpcsOf(securityGroups);
  const ofFiles = mountTargets.map(target => vpcsOf(target.securityGroups));
  const isElsewhere = ofTasks.length > 0 && ofFiles.every(vpcs => vpcs.length > 0 && !vpcs.some(id => ofTasks.includes(id)));
  return isElsewhere ? ofFiles.at(0)?.[0] : undefined;
}

/** Those that have a name which nothing else has: two symbols can turn out to be the same VPC. */
const vpcsOf = (groups: Known<readonly SecurityGroupFacts[]>): readonly string[] => isKnown(groups)
  ? groups.map(({ vpcId }) => vpcId).filter(id => typeof id === 'string').filter(id => !id.includes('${')) : [];

const isInZoneOf = (subnet: SubnetFacts, { site }: MountTargetFacts): Known<boolean> => {
  if (!isKnown(site)) return UNKNOWN;
  return site.id === subnet.id ? true : isSameZone(site.availabilityZone, subnet.availabilityZone);
};

const mount = (target: MountTargetFacts, subnet: SubnetFacts, network: NetworkFacts, vpc: VpcFacts): Step => throughAll(
  openIf(
    mayCall(network, vpc, target, NFS),
    'egress',
    'the security groups of the tasks do not allow outbound traffic to this destination on port 2049',
  ),
  openIf(
    admits(target, network, subnet, vpc, NFS),
    'path',
    `the security groups of the mount target ${target.id} do not allow inbound traffic from the tasks on port 2049`,
  ),
  openIf(
    isKnown(target.site) ? aclsLetCall(subnet, target.site, NFS.port) : UNKNOWN,
    'path',
    `network ACLs block traffic to or from the mount target ${target.id}`,
  ),
  isKnown(vpc.nameServers) && vpc.nameServers.length === 0 ? resolvesNames(vpc) : UNKNOWN,
);
