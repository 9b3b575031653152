import { Token } from 'aws-cdk-lib';
import { LEAST_CONTAINER_MIB as least } from '../../aws/limits';

/** Refuses a further container that leaves the application less memory than a container can have. */
export function requireShare(id: string, memoryLimitMiB: number, taskMemoryMiB: number): void {
  if (Token.isUnresolved(memoryLimitMiB) || Token.isUnresolved(taskMemoryMiB)) return;
  const most = taskMemoryMiB - least;
  if (Number.isInteger(memoryLimitMiB) && memoryLimitMiB >= least && memoryLimitMiB <= most) return;
  throw new Error(
    `'memoryLimitMiB' of the container '${id}' is ${memoryLimitMiB}, but must be a whole number from ${least} to ${most}: the application `
      + `gets the rest of the ${taskMemoryMiB} MiB of the task, and Docker reserves at least ${least} MiB for each container; set it to `
      + "what this container needs, or increase 'memoryLimitMiB' of the service",
  );
}
