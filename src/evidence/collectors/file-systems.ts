import { judged } from './judged';

/** Whether the task reaches the mount targets of its file systems. */
export const fileSystems = judged({
  name: 'file-systems',
  tells: 'whether the task can reach a mount target of each file system in its Availability Zone',
  parts: ['network', 'file systems'],
  causes: ['init/efs-mount-target', 'init/efs-network', 'init/efs-permission'],
});
