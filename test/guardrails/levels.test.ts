import { CATALOGUE } from '../../src/guardrails/catalogue';

/** The rules whose findings stop synthesis; a change of this list is a change of what users may deploy. */
const ERRORS = [
  'architecture-stated',
  'circuit-breaker',
  'container-insights',
  'container-logging',
  'container-memory-fits',
  'container-memory-limit',
  'dependency-has-health-check',
  'deployment-can-progress',
  'desired-count-owned-once',
  'efs-in-transit-encryption',
  'egress-admits-start-up',
  'endpoint-admits-tasks',
  'environment-fits',
  'essential-container',
  'exec-audited',
  'exec-works-with-read-only-root',
  'execution-role-decrypts',
  'execution-role-env-files',
  'execution-role-logs',
  'execution-role-pulls',
  'execution-role-reads-secrets',
  'fargate-supports-parameters',
  'fargate-task-size',
  'grace-period-covers-start',
  'health-check-limits',
  'health-check-port-served',
  'health-check-start-period',
  'image-pinned',
  'listener-encrypted',
  'load-balancer-names-container',
  'load-balancer-reaches-task',
  'multiple-availability-zones',
  'network-reaches-ecr',
  'network-reaches-efs',
  'network-reaches-env-files',
  'network-reaches-exec',
  'network-reaches-logs',
  'network-reaches-registry',
  'network-reaches-secrets',
  'no-public-ip',
  'no-secrets-in-environment',
  'non-root-user',
  'platform-version-current',
  'public-subnet-needs-public-ip',
  'read-only-root',
  'roles-trusted-by-ecs-tasks',
  'secret-reference-valid',
  'separate-roles',
  'service-waits-for-listener',
  'spot-has-on-demand-base',
  'stop-timeout-limits',
  'subnet-capacity',
  'target-type-ip',
  'task-role-exec',
  'task-role-not-admin',
  'vpc-dns-enabled',
];

test('these rules stop synthesis', () => {
  expect(CATALOGUE.filter(({ level }) => level === 'error').map(({ id }) => id)).toEqual(ERRORS);
});

test('all others warn', () => {
  expect([...new Set(CATALOGUE.filter(({ id }) => !ERRORS.includes(id)).map(({ level }) => level))]).toEqual(['warning']);
});
