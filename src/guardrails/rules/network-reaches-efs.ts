import { UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';
import { unhindered } from '../reachability/survey';

export const networkReachesEfs: ServiceRule = {
  id: 'network-reaches-efs',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  title:
    'In the Availability Zone of every task subnet there is a mount target of each EFS file system, which admits the tasks on port 2049.',
  why: 'The name of a file system leads to the mount target in the zone of the task; where there is none, or it does '
    + 'not answer, tasks of that zone never start.',
  fix: 'Give efs.FileSystem the vpcSubnets in which the tasks run and call fileSystem.connections.allowDefaultPortFrom with the '
    + 'FargateService, or with the service of HardenedFargateService.',
  see: [
    'https://docs.aws.amazon.com/efs/latest/ug/manage-fs-access-create-delete-mount-targets.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
  ],
  prevents: ['init/efs-mount-target', 'init/efs-network'],
  breaks: {
    task: {
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
