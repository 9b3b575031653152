import { describeTaskDefinition } from '../../advice/commands';
import { fields } from '../../advice/query';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** A volume lies where the container needs something else. */
export const startMountConflict: Signature = {
  cause: 'start/mount-conflict',
  atBest: 'likely',
  retriable: false,
  says: 'A volume is mounted over a path that the container needs, such as / or /dev. Or the path does not exist '
    + 'in a read-only root file system. Mount the volume on a separate directory that is in the image.',
  toConfirm: 'Read the container paths of the mount points. '
    + 'A path such as /, /dev, or one that the image needs confirms it.',
  reads: ['stop'],
  broader: 'exit/application-error',
  oftenConfused: ['start/permission-denied', 'init/volume'],
  stopFamilies: { mount: 1 },
  consolePages: ['log'],
  suspectChanges: ['image', 'command', 'user', 'architecture', 'working directory', 'mounts', 'dependencies', 'read-only root'],
  seenIn: [
    {
      containerReason: 'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed '
        + 'to create shim task: OCI runtime create failed: runc create failed: unable to start container process: '
        + 'error during container init: error creating device nodes: mknod '
        + '/run/containerd/io.containerd.runtime.v2.task/fargate.task/1-2/rootfs/dev/null: errno 524: unknown)',
    },
    {
      containerReason: 'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: OCI '
        + 'runtime create failed: container_linux.go:349: starting container process caused "process_linux.go:449: '
        + 'container init caused \\"rootfs_linux.go:58:',
    },
    {
      containerReason: 'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: OCI '
        + 'runtime create failed: runc create failed: unable to start container process: error during container init: '
        + 'error mounting "/var/run/data" to rootfs at "/app/config.json": not a directory: unknown',
    },
  ],
  clues: inStopReason(
    {
      sure: 'likely',
      says: 'the file system of the container could not be created',
      words: [
        'error during container init',
        'container init caused',
        'rootfs_linux.go',
        'error mounting',
        'error creating device nodes',
        'mount … to rootfs',
        'Are you trying to mount a directory onto a file',
        'mountpoint for',
        'create mount point',
        'make mountpoint',
        'mount through procfd',
      ],
      unless: ['EFS utils', 'exec format error', 'executable file not found', 'rlimit', 'seccomp', 'sysctl', 'capabilit', 'apparmor'],
    },
    {
      sure: 'possible',
      says: 'the file system of the container could not be created',
      words: [
        'mount callback failed',
        'CannotStartContainerError … read-only file system',
      ],
      unless: ['/etc/passwd'],
    },
  ),
  actions: evidence => [
    {
      title: 'Read the mount points of the task definition.',
      commands: [
        `${describeTaskDefinition(evidence)} --query `
          + `'taskDefinition.{volumes:volumes,containerDefinitions:containerDefinitions[].${fields('name', 'mountPoints')}}'`,
      ],
      prop: null,
    },
  ],
};
