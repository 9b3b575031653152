import { aclsLetCall } from './acl';
import { admits, mayCall, NFS } from './firewall';
import { resolvesNames } from './over-https';
import { fromEach, openIf, type Reach, type Step, throughAll } from './reach';
import { isSameZone } from './zone';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { some } from '../../facts/model/known';
import type { NetworkFacts, SubnetFacts, VpcFacts } from '../../facts/model/network';
import type { EfsVolumeFacts, MountTargetFacts } from '../../facts/model/volume';

/**
 * Whether tasks reach a file system from every subnet that they may be placed in.
 *
 * Its name leads to the mount target in the Availability Zone of the task, and to none where there is no such mount target.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html
 */
export function reachFiles(network: NetworkFacts, { fileSystemId, mountTargets }: EfsVolumeFacts): Reach {
  const { vpc } = network;
  if (!isKnown(vpc) || !isKnown(mountTargets)) return UNKNOWN;
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
