import type { ContainerFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { TaskFacts } from '../../facts/model/task';

/** Whether a container of a task says that it serves a port. */
export function isServed(task: Known<TaskFacts>, port: number): Known<boolean> {
  if (!isKnown(task) || !isKnown(task.containers)) return UNKNOWN;
  const answers = task.containers.map(container => serves(container, port));
  return answers.includes(true) || (answers.includes(UNKNOWN) ? UNKNOWN : false);
}

/** A mapping without a port of its own is one of a range. */
export function serves({ portMappings }: ContainerFacts, port: number): Known<boolean> {
  if (!isKnown(portMappings)) return UNKNOWN;
  const ports = portMappings.map(({ containerPort }) => containerPort);
  return ports.includes(port) || (ports.every(mapped => typeof mapped === 'number') ? false : UNKNOWN);
}
