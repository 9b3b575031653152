import type { Collector } from './collector';
import { failedTasks } from './failed-tasks';
import { fileSystems } from './file-systems';
import { images } from './images';
import { loadBalancing } from './load-balancing';
import { log } from './log';
import { memory } from './memory';
import { network } from './network';
import { permissions } from './permissions';
import { resources } from './resources';
import { secrets } from './secrets';
import { service } from './service';
import { settings } from './settings';
import { simulation } from './simulation';
import { targetHealth } from './target-health';
import { taskDefinition } from './task-definition';
import { trail } from './trail';

/** Every collector. */
export const COLLECTORS: readonly Collector[] = [
  failedTasks, fileSystems, images, loadBalancing, log, network, permissions, resources, secrets, service, settings, simulation,
  targetHealth, taskDefinition,
];

/** What AWS has some minutes after a stop only: the metric of its last minutes, and the calls before it. */
export const LATER: readonly Collector[] = [memory, trail];

/** Those of these names that are asked at once, or later. */
export const collectorsNamed = (names: readonly string[], when: 'at once' | 'later'): readonly Collector[] =>
  (when === 'later' ? LATER : COLLECTORS).filter(({ name }) => names.includes(name));
