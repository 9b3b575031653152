import { Token } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';

/**
 * Where the agent behind ECS Exec writes: with a read-only root it dies unless these are volumes.
 *
 * @see https://github.com/aws/containers-roadmap/issues/1359
 */
const EXEC_AGENT_PATHS = ['/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm'] as const;

/** Lets a container with a read-only root write to some paths, each an empty volume that ends with the task. */
export function mountWritablePaths(
  container: ecs.ContainerDefinition,
  writablePaths: readonly string[],
  enableExecuteCommand: boolean,
  owner = '',
): void {
  const paths = [...writablePaths, ...enableExecuteCommand ? EXEC_AGENT_PATHS : []];
  paths.forEach(requirePath);
  const distinct = [...new Set(paths.map(path => path.replace(/(?<!\/)\/+$/, '')))];
  requireOwnVolumes(distinct);
  for (const containerPath of distinct) {
    const name = `${owner}${volumeNameOf(containerPath)}`;
    container.taskDefinition.addVolume({ name });
    container.addMountPoints({ containerPath, sourceVolume: name, readOnly: false });
  }
}

/** The name says which path it is, so that adding one path renames none of the others. */
const volumeNameOf = (path: string) => `writable${path.replace(/[^A-Za-z0-9]+/g, '-')}`.replace(/-$/, '');

/** ECS refuses two volumes of one name. */
function requireOwnVolumes(paths: readonly string[]): void {
  const twin = paths.find((path, index) => paths.findIndex(other => volumeNameOf(other) === volumeNameOf(path)) < index);
  if (twin === undefined) return;
  const first = paths.find(path => volumeNameOf(path) === volumeNameOf(twin));
  throw new Error(
    `'writablePaths' has '${first}' and '${twin}', but the volumes of both would be named '${volumeNameOf(twin)}'; `
      + 'change one of them',
  );
}

function requirePath(path: string): void {
  if (Token.isUnresolved(path)) {
    throw new Error(
      "'writablePaths' has a path that is known only at deployment, but the volume's name is derived from it; set a literal path",
    );
  }
  if (/^\/+$/.test(path)) {
    throw new Error(
      "'writablePaths' has '/', but the root of a hardened container is read-only; name the folders that "
        + "the application writes to, such as '/tmp'",
    );
  }
  if (!path.startsWith('/')) {
    throw new Error(`'writablePaths' has '${path}', but ECS mounts a volume on an absolute path; begin it with '/'`);
  }
}
