import type { Collector } from './collector';
import { failedTasks } from './failed-tasks';
import { log } from './log';
import { service } from './service';
import { targetHealth } from './target-health';
import { taskDefinition } from './task-definition';

/** Every collector. */
export const COLLECTORS: readonly Collector[] = [failedTasks, log, service, targetHealth, taskDefinition];

/** The collectors of these names. */
export const collectorsNamed = (names: readonly string[]): readonly Collector[] => COLLECTORS.filter(({ name }) => names.includes(name));
