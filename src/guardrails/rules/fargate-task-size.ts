import { CPU_FOR_WINDOWS, MEMORY_BY_CPU } from '../../aws/task-sizes';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';
import { isWindows } from '../predicates/operating-system';

export const fargateTaskSize: TaskRule = {
  id: 'fargate-task-size',
  class: 'refused',
  judges: 'task',
  property: 'Memory',
  reads: ['task.cpu', 'task.memoryMiB', 'task.operatingSystem'],
  title: 'The task size should be a CPU and memory combination that Fargate supports.',
  why: 'ECS rejects a task definition of any other size, and CloudFormation rolls back the stack.',
  fix: 'Set cpu and memoryLimitMiB of HardenedFargateService or ecs.FargateTaskDefinition to a supported combination.',
  // The list asks for at least one vCPU for Windows; the table of AWS ends with four for it.
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size'],
  prevents: ['capacity/configuration'],
  breaks: { memoryMiB: 4096 },
  holds: task => {
    const { cpu, memoryMiB: memory } = task;
    if (memory === undefined) return { seen: 'the task definition sets no memory' };
    if (!isKnown(cpu)) return UNKNOWN;
    if (cpu === undefined) return { seen: 'the task definition sets no cpu' };
    const offered = offeredWith(cpu, isWindows(task));
    if (offered.length === 0) {
      return { seen: `the task has ${cpu} CPU units, but Fargate supports ${unitsFor(isWindows(task)).join(', ')}` };
    }
    return isKnown(memory)
      ? offered.includes(memory) || { seen: `the task has ${memory} MiB with ${cpu} CPU units, but Fargate supports ${rangeOf(offered)}` }
      : UNKNOWN;
  },
};

const unitsFor = (windows: Known<boolean>): readonly number[] => windows === true ? CPU_FOR_WINDOWS : [...MEMORY_BY_CPU.keys()];

const offeredWith = (cpu: number, windows: Known<boolean>): readonly number[] =>
  unitsFor(windows).includes(cpu) ? MEMORY_BY_CPU.get(cpu) ?? [] : [];

function rangeOf(offered: readonly number[]): string {
  if (offered.length <= 4) return `${offered.join(', ')} MiB`;
  return `${offered[0]} to ${offered[offered.length - 1]} MiB in steps of ${offered[1] - offered[0]}`;
}
