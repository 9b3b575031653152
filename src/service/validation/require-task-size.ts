import { Token } from 'aws-cdk-lib';
import { MEMORY_BY_CPU } from '../../aws/task-sizes';

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
    const supported = [...MEMORY_BY_CPU.keys()].join(', ');
    throw new Error(`'cpu' is ${cpu}, but Fargate supports ${supported} units; set one of them (1024 units are one vCPU)`);
  }
  if (!offered.includes(memoryLimitMiB)) {
    throw new Error(
      `'memoryLimitMiB' is ${memoryLimitMiB}, but with 'cpu' ${cpu} Fargate supports ${offered.join(', ')} MiB${hintOf(memoryLimitMiB)}`,
    );
  }
  return { cpu, memoryLimitMiB };
}

function hintOf(memoryLimitMiB: number): string {
  const cpus = [...MEMORY_BY_CPU].filter(([, offered]) => offered.includes(memoryLimitMiB)).map(([cpu]) => cpu);
  return cpus.length === 0 ? '' : `; for ${memoryLimitMiB} MiB, set 'cpu' to ${cpus.join(' or ')}`;
}
