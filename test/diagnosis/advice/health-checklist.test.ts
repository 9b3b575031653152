import { healthChecklist } from '../../../src/diagnosis/advice/health-checklist';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { evidenceOf } from '../evidence-of';

const stoppedReason = 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1)';

test('a stop by failed health checks comes with the six points to check, each with its value where it is known', () => {
  const [{ title, commands }] = healthChecklist(evidenceOf({
    region: 'eu-west-1',
    task: { stoppedReason, containers: [{ name: 'app' }], attachments: [{ details: { networkInterfaceId: 'eni-0a' } }] },
    targetGroup: { targetType: 'instance', checkPort: 80, path: '/health', matcher: '200-299', targets: [] },
    serviceSettings: { gracePeriodSeconds: 0 },
    taskDefinition: { containers: [{ name: 'app', essential: true, ports: [8080], startPeriodSeconds: 10 }] },
  }));
  expect(title).toBe('Check the six usual points: (1) target type, failed: the target type is instance and must be ip; '
    + '(2) path, not known: nothing shows that /health returns 200-299; '
    + '(3) port, failed: the health check port is 80, and the container port is 8080; '
    + '(4) security group, not known: nothing shows that the security group of the task allows inbound TCP 80 from the security group of the load balancer; '
    + '(5) start period, not known: startPeriod of the container health check is 10 s; nothing shows how long the startup takes; '
    + '(6) grace period, not known: healthCheckGracePeriodSeconds of the service is 0 s; nothing shows how long the startup takes.');
  expect(commands[1]).toContain('--network-interface-ids eni-0a');
});

test('they stand among the first three steps where nothing says why', () => {
  expect(diagnose(evidenceOf({ task: { stoppedReason } })).actions.slice(0, 3).map(({ title }) => title).join('\n')).toContain('(6) grace period, not known: no healthCheckGracePeriodSeconds of the service is known');
});

test('any other stop has none', () => expect(healthChecklist(evidenceOf({ task: { stoppedReason: 'Essential container in task exited' } }))).toEqual([]));
