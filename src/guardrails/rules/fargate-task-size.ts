import { CPU_FOR_WINDOWS, MEMORY_BY_CPU } from '../../aws/task-sizes';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';
import { isWindows } from '../predicates/operating-system';

export const fargateTaskSize: TaskRule = {
  id: 'fargate-task-size',
  level: 'error',
  judges: 'task',
  property: 'Memory',
  title: 'The processor and the memory of the task are a pair that Fargate offers.',
  why: 'ECS refuses to register a task definition of any other size, and CloudFormation rolls the stack back.',
  fix: 'Set cpu and memoryLimitMiB of HardenedFargateService or ecs.FargateTaskDefinition to a pair of the table that AWS publishes.',
  // The list asks for at least one vCPU for Windows; the table of AWS ends with four for it.
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size'],
  prevents: ['capacity/configuration'],
  breaks: { memoryMiB: 4096 },
  holds: task => {
    const { cpu, memoryMiB: memory } = task;
    if (memory === undefined) return { seen: 'the task has no memory' };
    if (!isKnown(cpu)) return UNKNOWN;
    if (cpu === undefined) return { seen: 'the task has no cpu' };
    const offered = offeredWith(cpu, isWindows(task));
    if (offered.length === 0) return { seen: `of CPU units ${unitsFor(isWindows(task)).join(', ')} are offered, and not ${cpu}` };
    return isKnown(memory)
      ? offered.includes(memory) || { seen: `${cpu} CPU units do not go with ${memory} MiB, but with ${rangeOf(offered)}` }
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
