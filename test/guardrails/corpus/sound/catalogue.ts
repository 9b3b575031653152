import { APPLICATIONS } from './applications';
import { CONDITIONS } from './conditions';
import { CONNECTIONS } from './connections';
import { DEPLOYMENTS } from './deployments';
import { ENVIRONMENTS } from './environments';
import { EXEC } from './exec';
import { HARDENED } from './hardened';
import { IMAGES } from './images';
import { IMPORTED_NETWORKS } from './imported-networks';
import { LOAD_BALANCERS } from './load-balancers';
import { LOAD_BALANCING_VARIANTS } from './load-balancing-variants';
import { LOW_LEVEL } from './low-level';
import { NARROW_NETWORKS } from './narrow-networks';
import { NETWORKS } from './networks';
import { ORGANISATION } from './organisation';
import { PATTERNS } from './patterns';
import { SCALING } from './scaling';
import { SECRETS } from './secrets';
import { SIDECARS } from './sidecars';
import { STANDALONE_TASKS } from './standalone-tasks';
import { STORAGE } from './storage';
import { TOKENS } from './tokens';
import type { SoundConfiguration } from '../configuration';

/** Every configuration about which no guardrail may complain. */
export const SOUND: readonly SoundConfiguration[] = [
  ...NETWORKS,
  ...NARROW_NETWORKS,
  ...IMPORTED_NETWORKS,
  ...ORGANISATION,
  ...ENVIRONMENTS,
  ...LOW_LEVEL,
  ...IMAGES,
  ...SECRETS,
  ...SIDECARS,
  ...STORAGE,
  ...LOAD_BALANCERS,
  ...LOAD_BALANCING_VARIANTS,
  ...CONNECTIONS,
  ...PATTERNS,
  ...DEPLOYMENTS,
  ...SCALING,
  ...EXEC,
  ...TOKENS,
  ...APPLICATIONS,
  ...CONDITIONS,
  ...STANDALONE_TASKS,
  ...HARDENED,
];
