import { HARDENED_SERVICE } from './hardened-facts';
import { broken } from './patched';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { evaluate } from '../../src/guardrails/evaluate';
import { levelOf, levelOfPromise } from '../../src/guardrails/model/rule-class';

const idsOf = (ruleClass: string): readonly string[] => CATALOGUE.filter(rule => rule.class === ruleClass).map(({ id }) => id);

test.each<[ruleClass: string, ids: readonly string[]]>([
  ['refused', [
    'capacity-settings-valid',
    'container-cpu-fits',
    'container-memory-fits',
    'controller-supports-deployment',
    'efs-access-point-root',
    'environment-file-valid',
    'environment-fits',
    'ephemeral-storage-limits',
    'essential-container',
    'fargate-supports-parameters',
    'fargate-task-size',
    'firelens-has-router',
    'health-check-limits',
    'listener-rule-valid',
    'load-balancer-names-container',
    'log-options-complete',
    'mount-names-volume',
    'names-unique',
    'names-valid',
    'network-in-one-vpc',
    'secret-names-unique',
    'service-connect-client-alias',
    'service-connect-names-port',
    'service-list-limits',
    'service-registry-names-port',
    'service-waits-for-listener',
    'stop-timeout-limits',
    'target-group-attributes-valid',
    'target-group-check-valid',
    'target-group-fits-load-balancer',
    'target-group-has-listener',
    'target-type-ip',
    'traffic-shift-complete',
    'volumes-from-names-container',
    'vpc-endpoint-valid',
  ]],
  ['cannot start', [
    'architecture-stated',
    'dependency-has-health-check',
    'deployment-can-progress',
    'egress-admits-start-up',
    'endpoint-admits-tasks',
    'execution-role-creates-log-group',
    'execution-role-decrypts',
    'execution-role-env-files',
    'execution-role-logs',
    'execution-role-pulls',
    'execution-role-reads-secrets',
    'file-system-admits-tasks',
    'health-check-command',
    'network-configuration-stated',
    'network-reaches-ecr',
    'network-reaches-efs',
    'network-reaches-env-files',
    'network-reaches-logs',
    'network-reaches-registry',
    'network-reaches-secrets',
    'public-subnet-needs-public-ip',
    'roles-trusted-by-ecs-tasks',
    'secret-reference-valid',
    'subnet-capacity',
    'ulimits-valid',
    'vpc-dns-enabled',
  ]],
  ['cannot serve', [
    'grace-period-covers-start',
    'internet-facing-in-public-subnets',
    'load-balancer-admits-clients',
    'load-balancer-covers-zones',
    'load-balancer-reaches-task',
  ]],
  ['leaks', [
    'no-secrets-in-environment',
  ]],
  ['may fail', [
    'database-admits-tasks',
    'image-platform-stated',
    'image-pushed-before',
    'log-group-declared',
    'network-reaches-granted',
  ]],
  ['weakens', [
    'availability-zone-rebalancing',
    'circuit-breaker',
    'container-insights',
    'container-logging',
    'container-memory-limit',
    'desired-count-owned-once',
    'efs-in-transit-encryption',
    'exec-audited',
    'exec-works-with-read-only-root',
    'health-check-port-served',
    'health-check-start-period',
    'image-pinned',
    'listener-encrypted',
    'multiple-availability-zones',
    'network-reaches-exec',
    'no-public-ip',
    'non-root-user',
    'platform-version-current',
    'read-only-root',
    'repository-keeps-images',
    'separate-roles',
    'separate-security-groups',
    'service-waits-for-needs',
    'spare-task',
    'spot-has-on-demand-base',
    'task-role-exec',
    'task-role-not-admin',
    'tasks-closed-to-internet',
  ]],
  ['hygiene', [
    'alarms-have-actions',
    'capacity-provider-strategy',
    'deregistration-fits-drain',
    'exec-init-process',
    'grace-period-needs-load-balancer',
    'image-not-rate-limited',
    'load-balancer-protected',
    'log-delivery-mode',
    'log-retention',
    'restarts-have-alarm',
    'tags-propagate',
    'volumes-mounted',
  ]],
])('these guardrails find what is %p', (ruleClass, ids) => {
  expect(idsOf(ruleClass)).toEqual(ids);
});

test.each([
  ['refused', 'error', 'error'],
  ['cannot start', 'error', 'error'],
  ['cannot serve', 'error', 'error'],
  ['leaks', 'error', 'error'],
  ['may fail', 'warning', 'warning'],
  ['weakens', 'warning', 'error'],
  ['hygiene', 'warning', 'warning'],
] as const)('a finding of the class %p is an %s, and an %s for HardenedFargateService', (ruleClass, level, promised) => {
  expect(levelOf(ruleClass)).toBe(level);
  expect(levelOfPromise(ruleClass)).toBe(promised);
});

test('the counter-example of each guardrail has the class and the level of its guardrail', () => {
  for (const rule of CATALOGUE) {
    expect(evaluate(broken(rule), [rule])).toMatchObject([{ rule: { id: rule.id }, class: rule.class, level: levelOf(rule.class) }]);
  }
  expect(evaluate(HARDENED_SERVICE, CATALOGUE)).toEqual([]);
});
