import type { Collector } from './collector';
import { failedTasks } from './failed-tasks';
import { log } from './log';
import { service } from './service';
import { targetHealth } from './target-health';
import { taskDefinition } from './task-definition';

/** Every collector. */
export const COLLECTORS: readonly Collector[] = [failedTasks, log, service, targetHealth, taskDefinition];
