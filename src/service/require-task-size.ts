import { Token } from 'aws-cdk-lib';

const GIB = 1024;

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size */
const MEMORY_BY_CPU: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, GIB, 2 * GIB]],
  [512, steps(1, 4, 1)],
  [1024, steps(2, 8, 1)],
  [2048, steps(4, 16, 1)],
  [4096, steps(8, 30, 1)],
  [8192, steps(16, 60, 4)],
  [16384, steps(32, 120, 8)],
]);

/** The size of a task, complete. */
export interface TaskSize {
  readonly cpu: number;
  readonly memoryLimitMiB: number;
}

/** Completes a task's size, and refuses one that Fargate does not offer. */
export function taskSizeOf(cpu = 256, memoryLimitMiB = 2 * cpu): TaskSize {
  if (Token.isUnresolved(cpu) || Token.isUnresolved(memoryLimitMiB)) return { cpu, memoryLimitMiB };
  const offered = MEMORY_BY_CPU.get(cpu);
  if (offered === undefined) {
    throw new Error(`'cpu' is ${cpu}, but Fargate offers ${[...MEMORY_BY_CPU.keys()].join(', ')} units; 1024 units are one vCPU`);
  }
  if (!offered.includes(memoryLimitMiB)) {
    throw new Error(`'memoryLimitMiB' is ${memoryLimitMiB}, but with 'cpu' ${cpu} Fargate offers ${offered.join(', ')} MiB${hintOf(memoryLimitMiB)}`);
  }
  return { cpu, memoryLimitMiB };
}

function hintOf(memoryLimitMiB: number): string {
  const cpus = [...MEMORY_BY_CPU].filter(([, offered]) => offered.includes(memoryLimitMiB)).map(([cpu]) => cpu);
  return cpus.length === 0 ? '' : `; ${memoryLimitMiB} MiB go with 'cpu' ${cpus.join(', ')}`;
}

function steps(fromGiB: number, toGiB: number, byGiB: number): number[] {
  return Array.from({ length: (toGiB - fromGiB) / byGiB + 1 }, (_, step) => (fromGiB + step * byGiB) * GIB);
}
