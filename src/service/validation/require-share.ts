import { Token } from 'aws-cdk-lib';
import { LEAST_CONTAINER_MIB } from '../../aws/limits';

/** Refuses a further container that leaves nothing of the task's memory to the application. */
export function requireShare(id: string, memoryLimitMiB: number, taskMemoryMiB: number): void {
  if (Token.isUnresolved(memoryLimitMiB) || Token.isUnresolved(taskMemoryMiB)) return;
  if (Number.isInteger(memoryLimitMiB) && memoryLimitMiB >= LEAST_CONTAINER_MIB && memoryLimitMiB < taskMemoryMiB) return;
  throw new Error(
    `'memoryLimitMiB' of the container '${id}' is ${memoryLimitMiB}, but the task has ${taskMemoryMiB} MiB, of which the application needs `
      + `some, and Docker gives no container less than ${LEAST_CONTAINER_MIB}; set less, or a larger 'memoryLimitMiB' of the service`,
  );
}
