import type { Collector } from './collector';
import { failedTasks } from './failed-tasks';
import { images } from './images';
import { log } from './log';
import { secrets } from './secrets';
import { service } from './service';
import { targetHealth } from './target-health';
import { taskDefinition } from './task-definition';

/** Every collector. */
export const COLLECTORS: readonly Collector[] = [failedTasks, images, log, secrets, service, targetHealth, taskDefinition];

/** The collectors of these names. */
export const collectorsNamed = (names: readonly string[]): readonly Collector[] => COLLECTORS.filter(({ name }) => names.includes(name));
