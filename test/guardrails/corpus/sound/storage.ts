import { Size } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import type { SoundConfiguration } from '../configuration';
import { addEndpoint, endpointVpc, natVpc } from '../parts/network';
import { soundService, taskWithContainer } from '../parts/service';

/** Places that a container with a read-only root can write to. */
export const STORAGE: readonly SoundConfiguration[] = [
  {
    sentence: 'a read-only root file system with writable volumes',
    declare: stack => {
      const taskDefinition = taskWithContainer(stack, { task: { ephemeralStorageGiB: 50 } });
      taskDefinition.addVolume({ name: 'scratch' });
      taskDefinition.defaultContainer?.addMountPoints({ sourceVolume: 'scratch', containerPath: '/tmp', readOnly: false });
      soundService(stack, { taskDefinition });
    },
  },
  {
    sentence: 'an EFS volume with an access point and IAM authorization',
    declare: stack => {
      const vpc = natVpc(stack);
      const files = new efs.FileSystem(stack, 'Files', { vpc, encrypted: true });
      const accessPoint = files.addAccessPoint('Uploads', { path: '/uploads', createAcl: { ownerGid: '65532', ownerUid: '65532', permissions: '750' }, posixUser: { gid: '65532', uid: '65532' } });
      const taskDefinition = taskWithContainer(stack);
      taskDefinition.addVolume({
        name: 'uploads',
        efsVolumeConfiguration: {
          fileSystemId: files.fileSystemId,
          transitEncryption: 'ENABLED',
          authorizationConfig: { accessPointId: accessPoint.accessPointId, iam: 'ENABLED' },
        },
      });
      taskDefinition.defaultContainer?.addMountPoints({ sourceVolume: 'uploads', containerPath: '/uploads', readOnly: false });
      const service = soundService(stack, { vpc, taskDefinition });
      service.node.addDependency(files.mountTargetsAvailable);
      files.grantReadWrite(taskDefinition.taskRole);
      files.connections.allowDefaultPortFrom(service);
    },
  },
  {
    sentence: 'an EFS volume in isolated subnets',
    declare: stack => {
      const vpc = endpointVpc(stack);
      addEndpoint(vpc, 'elasticfilesystem');
      const files = new efs.FileSystem(stack, 'Files', { vpc, vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } });
      const taskDefinition = taskWithContainer(stack);
      const efsVolumeConfiguration: ecs.EfsVolumeConfiguration = { fileSystemId: files.fileSystemId, transitEncryption: 'ENABLED', authorizationConfig: { iam: 'ENABLED' } };
      taskDefinition.addVolume({ name: 'shared', efsVolumeConfiguration });
      taskDefinition.defaultContainer?.addMountPoints({ sourceVolume: 'shared', containerPath: '/shared', readOnly: false });
      const service = soundService(stack, { vpc, taskDefinition });
      service.node.addDependency(files.mountTargetsAvailable);
      files.connections.allowDefaultPortFrom(service);
      files.grantRootAccess(taskDefinition.taskRole);
    },
  },
  {
    sentence: 'a volume on an imported EFS file system',
    declare: stack => {
      const taskDefinition = taskWithContainer(stack);
      taskDefinition.addVolume({ name: 'shared', efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0', transitEncryption: 'ENABLED' } });
      taskDefinition.defaultContainer?.addMountPoints({ sourceVolume: 'shared', containerPath: '/shared', readOnly: true });
      soundService(stack, { taskDefinition });
    },
  },
  {
    sentence: 'an EBS volume for each task',
    declare: stack => {
      const volume = new ecs.ServiceManagedVolume(stack, 'Volume', {
        name: 'data',
        managedEBSVolume: {
          size: Size.gibibytes(20),
          volumeType: ec2.EbsDeviceVolumeType.GP3,
          fileSystemType: ecs.FileSystemType.XFS,
          encrypted: true,
        },
      });
      const taskDefinition = taskWithContainer(stack);
      volume.mountIn(taskDefinition.defaultContainer!, { containerPath: '/data', readOnly: false });
      taskDefinition.addVolume(volume);
      soundService(stack, { taskDefinition }).addVolume(volume);
    },
  },
];
