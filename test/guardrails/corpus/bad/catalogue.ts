import { APPLICATIONS_CUT_OFF } from './applications';
import { CONDITIONS } from './conditions';
import { CONTAINERS } from './containers';
import { IMAGES_MISSING } from './images';
import { LOAD_BALANCERS } from './load-balancers';
import { NETWORKS } from './networks';
import { REACHABILITY } from './reachability';
import { REFUSED_CONNECTIONS } from './refused-connections';
import { REFUSED_SERVICES } from './refused-services';
import { REFUSED_TASKS } from './refused-tasks';
import { ROLES } from './roles';
import { SERVICES } from './services';
import { STANDALONE_TASKS } from './standalone-tasks';
import { TASKS } from './tasks';
import { UNREACHABLE } from './unreachable';
import type { BadConfiguration } from '../configuration';

/** Every configuration with a fault that a guardrail must find. */
export const BAD: readonly BadConfiguration[] = [
  ...REACHABILITY,
  ...NETWORKS,
  ...ROLES,
  ...TASKS,
  ...IMAGES_MISSING,
  ...STANDALONE_TASKS,
  ...CONTAINERS,
  ...REFUSED_TASKS,
  ...SERVICES,
  ...REFUSED_SERVICES,
  ...REFUSED_CONNECTIONS,
  ...LOAD_BALANCERS,
  ...UNREACHABLE,
  ...APPLICATIONS_CUT_OFF,
  ...CONDITIONS,
];

/** Rules that have not landed yet, though a configuration above waits for them. */
export const NOT_YET: readonly string[] = [];
