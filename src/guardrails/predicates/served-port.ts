import type { ContainerFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { some } from '../../facts/model/known';
import type { TaskFacts } from '../../facts/model/task';

/** Whether a container of a task says that it serves a port. */
export function isServed(task: Known<TaskFacts>, port: number): Known<boolean> {
  if (!isKnown(task) || !isKnown(task.containers)) return UNKNOWN;
  return some(task.containers.map(container => serves(container, port)));
}

/** A mapping without a port of its own is one of a range. */
export function serves({ portMappings }: ContainerFacts, port: number): Known<boolean> {
  if (!isKnown(portMappings)) return UNKNOWN;
  return some(portMappings.map(({ containerPort }) => typeof containerPort === 'number' ? containerPort === port : UNKNOWN));
}
