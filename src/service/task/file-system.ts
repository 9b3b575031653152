import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';

/** Options for the mount of a file system. */
export interface FileSystemOptions {
  /** The mount path in the container of the application. */
  readonly containerPath: string;

  /**
   * Whether the mount is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Mounts a folder of a file system, encrypted in transit, and lets the task role use that access point alone. */
export function mountFileSystem(
  container: ecs.ContainerDefinition, taskRole: iam.IGrantable, { accessPointId, accessPointArn, fileSystem }: efs.IAccessPoint,
  { containerPath, readOnly = false }: FileSystemOptions,
): void {
  requirePath(containerPath);
  const name = `files${containerPath.replace(/[^A-Za-z0-9]+/g, '-')}`.replace(/-$/, '');
  requireFree(container, containerPath, name);
  container.taskDefinition.addVolume({
    name,
    efsVolumeConfiguration: {
      fileSystemId: fileSystem.fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId, iam: 'ENABLED' },
    },
  });
  container.addMountPoints({ containerPath, sourceVolume: name, readOnly });
  taskRole.grantPrincipal.addToPrincipalPolicy(new iam.PolicyStatement({
    actions: ['elasticfilesystem:ClientMount', ...readOnly ? [] : ['elasticfilesystem:ClientWrite']],
    resources: [fileSystem.fileSystemArn],
    conditions: { StringEquals: { 'elasticfilesystem:AccessPointArn': accessPointArn } },
  }));
}

function requirePath(path: string): void {
  if (path.startsWith('/') && path !== '/') return;
  throw new Error(`'containerPath' is '${path}', but a file system must be mounted below the root; set it to a path such as '/data'`);
}

/** A container runtime refuses two volumes at one path, and ECS two of one name. */
function requireFree({ mountPoints }: ecs.ContainerDefinition, path: string, name: string): void {
  const taken = mountPoints.find(({ containerPath, sourceVolume }) => plain(containerPath) === plain(path) || sourceVolume === name);
  if (taken === undefined) return;
  throw new Error(
    `'containerPath' is '${path}', but the volume '${taken.sourceVolume}' is already mounted at '${taken.containerPath}'; set it to `
      + "another path, or remove the path from 'writablePaths' of the service, which is ['/tmp'] by default",
  );
}

const plain = (path: string | undefined): string | undefined => path?.replace(/(?<!\/)\/+$/, '');
