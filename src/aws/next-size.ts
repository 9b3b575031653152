import { MEMORY_BY_CPU } from './task-sizes';

/** A size that Fargate offers: CPU units, and memory in MiB. */
export interface Size {
  readonly cpu: number;
  readonly memory: number;
}

/**
 * The smallest size with more memory: with the same CPU, or else with the least that has it; undefined where there is
 * none, or the present one is not known.
 */
export function nextSize(cpu: number | undefined, memory: number | undefined): Size | undefined {
  if (cpu === undefined || memory === undefined) return undefined;
  for (const [units, offered] of MEMORY_BY_CPU) {
    const larger = units < cpu ? undefined : offered.find(size => size > memory);
    if (larger !== undefined) return { cpu: units, memory: larger };
  }
  return undefined;
}
