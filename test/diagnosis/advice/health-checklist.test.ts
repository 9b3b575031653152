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
  expect(title).toBe('Check the six usual points: (1) the target type is instance and must be ip; '
    + '(2) the application answers /health with 200-299; (3) the health check port 80 is the container port, which is 8080; '
    + '(4) the security group of the task allows inbound TCP 80 from that of the load balancer; '
    + '(5) startPeriod of a container health check covers the startup and is 10 s; '
    + '(6) healthCheckGracePeriodSeconds of the service covers the startup and is 0 s.');
  expect(commands[1]).toContain('--network-interface-ids eni-0a');
});

test('they stand among the first three steps where nothing says why', () => {
  expect(diagnose(evidenceOf({ task: { stoppedReason } })).actions.slice(0, 3).map(({ title }) => title).join('\n')).toContain('(6) healthCheckGracePeriodSeconds');
});

test('any other stop has none', () => expect(healthChecklist(evidenceOf({ task: { stoppedReason: 'Essential container in task exited' } }))).toEqual([]));
