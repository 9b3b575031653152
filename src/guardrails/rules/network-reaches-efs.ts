import { UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';
import { unhindered, SURVEYED } from '../reachability/survey';

export const networkReachesEfs: ServiceRule = {
  id: 'network-reaches-efs',
  class: 'cannot start',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: SURVEYED,
  title: 'Every EFS file system should have a reachable mount target in each Availability Zone.',
  why: 'The DNS name of a file system resolves to the mount target in the task\'s Availability Zone. '
    + 'If it is missing, blocked, or in another VPC, tasks there do not start.',
  fix: 'Set vpc of efs.FileSystem to the VPC of the tasks. Set vpcSubnets of efs.FileSystem to the subnets of the tasks. '
    + 'Call fileSystem.connections.allowDefaultPortFrom with the FargateService, the HardenedFargateTask, '
    + 'or the service of HardenedFargateService.',
  see: [
    'https://docs.aws.amazon.com/efs/latest/ug/manage-fs-access-create-delete-mount-targets.html',
    'https://docs.aws.amazon.com/efs/latest/ug/mount-fs-different-vpc.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
  ],
  prevents: ['init/efs-mount-target', 'init/efs-network'],
  breaks: {
    task: {
      containers: { mountPoints: { volume: 'files' } },
      volumes: [{
        name: 'files',
        efs: {
          fileSystemId: 'Shop/Files',
          mountTargets: [
            {
              id: 'Shop/MountTarget0',
              site: { id: 'Shop/Subnet0', availabilityZone: 'eu-west-1a', cidr: '10.0.0.0/24', acl: UNKNOWN },
              securityGroups: UNKNOWN,
            },
          ],
          transitEncryption: true,
          iam: true,
          accessPoint: undefined,
        },
      }],
    },
  },
  holds: service => unhindered(service, { blame: 'path', purposes: ['efs'] }),
};
