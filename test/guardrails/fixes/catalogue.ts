import { CONNECTIONS } from './connections';
import { CONTAINERS } from './containers';
import type { FollowedFix } from './followed-fix';
import { IMAGES } from './images';
import { LOAD_BALANCERS } from './load-balancers';
import { NETWORKS } from './networks';
import { SERVICES } from './services';
import { START_UP } from './start-up';
import { STARTERS } from './starters';
import { TASKS } from './tasks';

/** The fixes of every guardrail, followed in services that nobody hardened. */
export const PLAIN: readonly FollowedFix[] = [
  ...CONTAINERS, ...IMAGES, ...TASKS, ...SERVICES, ...LOAD_BALANCERS, ...NETWORKS, ...START_UP, ...STARTERS, ...CONNECTIONS,
];
