import { HARDENED_SERVICE } from './hardened-facts';
import { broken } from './patched';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { evaluate } from '../../src/guardrails/evaluate';
import { levelOf, levelOfPromise } from '../../src/guardrails/model/rule-class';

const idsOf = (ruleClass: string): readonly string[] => CATALOGUE.filter(rule => rule.class === ruleClass).map(({ id }) => id);

test.each<[ruleClass: string, ids: readonly string[]]>([
  ['refused', [
    'container-memory-fits',
    'environment-fits',
    'essential-container',
    'fargate-supports-parameters',
    'fargate-task-size',
    'health-check-limits',
    'load-balancer-names-container',
    'service-waits-for-listener',
    'stop-timeout-limits',
    'target-type-ip',
  ]],
  ['cannot start', [
    'architecture-stated',
    'dependency-has-health-check',
    'deployment-can-progress',
    'egress-admits-start-up',
    'endpoint-admits-tasks',
    'execution-role-decrypts',
    'execution-role-env-files',
    'execution-role-logs',
    'execution-role-pulls',
    'execution-role-reads-secrets',
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
    'vpc-dns-enabled',
  ]],
  ['cannot serve', [
    'grace-period-covers-start',
    'load-balancer-reaches-task',
  ]],
  ['leaks', [
    'no-secrets-in-environment',
  ]],
  ['weakens', [
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
    'separate-roles',
    'spare-task',
    'spot-has-on-demand-base',
    'task-role-exec',
    'task-role-not-admin',
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
    'tags-propagate',
  ]],
])('these guardrails find what is %p', (ruleClass, ids) => {
  expect(idsOf(ruleClass)).toEqual(ids);
});

test.each([
  ['refused', 'error', 'error'],
  ['cannot start', 'error', 'error'],
  ['cannot serve', 'error', 'error'],
  ['leaks', 'error', 'error'],
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
