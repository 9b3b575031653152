import { CONTAINERS } from './containers';
import { LOAD_BALANCERS } from './load-balancers';
import { NETWORKS } from './networks';
import { REACHABILITY } from './reachability';
import { ROLES } from './roles';
import { SERVICES } from './services';
import { TASKS } from './tasks';
import type { BadConfiguration } from '../configuration';

/** Every configuration with a fault that a guardrail must find. */
export const BAD: readonly BadConfiguration[] = [
  ...REACHABILITY,
  ...NETWORKS,
  ...ROLES,
  ...TASKS,
  ...CONTAINERS,
  ...SERVICES,
  ...LOAD_BALANCERS,
];

/** Rules that have not landed yet, though a configuration above waits for them. */
export const NOT_YET: readonly string[] = [
  'alarms-have-actions',
  'architecture-stated',
  'capacity-provider-strategy',
  'container-insights',
  'container-memory-fits',
  'container-memory-limit',
  'dependency-has-health-check',
  'deployment-can-progress',
  'deregistration-fits-drain',
  'desired-count-owned-once',
  'efs-in-transit-encryption',
  'egress-admits-start-up',
  'endpoint-admits-tasks',
  'environment-fits',
  'essential-container',
  'exec-init-process',
  'exec-works-with-read-only-root',
  'execution-role-decrypts',
  'execution-role-env-files',
  'execution-role-logs',
  'execution-role-pulls',
  'fargate-task-size',
  'grace-period-needs-load-balancer',
  'health-check-limits',
  'health-check-port-served',
  'health-check-start-period',
  'image-not-rate-limited',
  'listener-encrypted',
  'load-balancer-names-container',
  'load-balancer-protected',
  'load-balancer-reaches-task',
  'log-delivery-mode',
  'log-retention',
  'multiple-availability-zones',
  'network-reaches-efs',
  'network-reaches-env-files',
  'network-reaches-exec',
  'network-reaches-registry',
  'non-root-user',
  'platform-version-current',
  'public-subnet-needs-public-ip',
  'read-only-root',
  'roles-trusted-by-ecs-tasks',
  'secret-reference-valid',
  'service-waits-for-listener',
  'spare-task',
  'spot-has-on-demand-base',
  'subnet-capacity',
  'tags-propagate',
  'task-role-exec',
  'task-role-not-admin',
  'vpc-dns-enabled',
];
