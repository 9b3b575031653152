import { CPU_FOR_WINDOWS, MEMORY_BY_CPU } from '../../aws/task-sizes';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { Place } from '../../facts/model/place';
import type { TaskFacts } from '../../facts/model/task';
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
    if (cpu === undefined) return { seen: 'the task definition sets no cpu', at: cpuOf(task) };
    const offered = offeredWith(cpu, isWindows(task));
    if (offered.length === 0) {
      return { seen: `the task has ${cpu} CPU units, but Fargate supports ${unitsFor(isWindows(task)).join(', ')}`, at: cpuOf(task) };
    }
    return isKnown(memory) ? offered.includes(memory) || { seen: noPair(cpu, memory, isWindows(task)) } : UNKNOWN;
  },
};

const cpuOf = ({ at }: TaskFacts): Place => ({ ...at, property: `${at.property}.Cpu` });

/** Either of the two can be the one that is meant otherwise. */
function noPair(cpu: number, memory: number, windows: Known<boolean>): string {
  const units = unitsFor(windows).filter(each => offeredWith(each, windows).includes(memory));
  const otherwise = units.length === 0 ? '' : `, and ${memory} MiB only with Cpu ${units.join(', ')}`;
  const range = rangeOf(offeredWith(cpu, windows));
  return `the task has Cpu ${cpu} and Memory ${memory}, but Fargate supports ${range} with Cpu ${cpu}${otherwise}`;
}

const unitsFor = (windows: Known<boolean>): readonly number[] => windows === true ? CPU_FOR_WINDOWS : [...MEMORY_BY_CPU.keys()];

const offeredWith = (cpu: number, windows: Known<boolean>): readonly number[] =>
  unitsFor(windows).includes(cpu) ? MEMORY_BY_CPU.get(cpu) ?? [] : [];

function rangeOf(offered: readonly number[]): string {
  if (offered.length <= 4) return `${offered.join(', ')} MiB`;
  return `${offered[0]} to ${offered[offered.length - 1]} MiB in steps of ${offered[1] - offered[0]}`;
}
