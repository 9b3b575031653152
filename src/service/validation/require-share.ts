import { Token } from 'aws-cdk-lib';
import { LEAST_CONTAINER_MIB } from '../../aws/limits';

/** Refuses a further container that leaves nothing of the task's memory to the application. */
export function requireShare(id: string, memoryLimitMiB: number, taskMemoryMiB: number): void {
  if (Token.isUnresolved(memoryLimitMiB) || Token.isUnresolved(taskMemoryMiB)) return;
  if (Number.isInteger(memoryLimitMiB) && memoryLimitMiB >= LEAST_CONTAINER_MIB && memoryLimitMiB < taskMemoryMiB) return;
  throw new Error(
    `'memoryLimitMiB' of the container '${id}' is ${memoryLimitMiB}, but must be a whole number of at least ${LEAST_CONTAINER_MIB}, `
      + `and below the ${taskMemoryMiB} MiB of the task; set it in this range, or increase 'memoryLimitMiB' of the service`,
  );
}
