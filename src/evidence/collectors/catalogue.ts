import type { Collector } from './collector';
import { failedTasks } from './failed-tasks';
import { fileSystems } from './file-systems';
import { images } from './images';
import { loadBalancing } from './load-balancing';
import { log } from './log';
import { network } from './network';
import { permissions } from './permissions';
import { resources } from './resources';
import { secrets } from './secrets';
import { service } from './service';
import { settings } from './settings';
import { simulation } from './simulation';
import { targetHealth } from './target-health';
import { taskDefinition } from './task-definition';

/** Every collector. */
export const COLLECTORS: readonly Collector[] = [
  failedTasks, fileSystems, images, loadBalancing, log, network, permissions, resources, secrets, service, settings, simulation,
  targetHealth, taskDefinition,
];

/** The collectors of these names. */
export const collectorsNamed = (names: readonly string[]): readonly Collector[] => COLLECTORS.filter(({ name }) => names.includes(name));
