import { healthPoints } from '../../../src/diagnosis/clues/health-points';
import { evidenceOf } from '../evidence-of';

const stoppedReason = 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1)';

const GROUP = { targetType: 'ip', checkPort: 8080, path: '/health', matcher: '200-299', targets: [] };

const pointsOf = (given: Parameters<typeof evidenceOf>[0]): Readonly<Record<string, string>> => Object.fromEntries(
  healthPoints(evidenceOf({ task: { stoppedReason, containers: [{ name: 'app' }] }, ...given }))
    .map(({ point, state, evidence }) => [point, `${state}: ${evidence}`]),
);

test('without any evidence each point is not known, and says what it must be', () => {
  expect(pointsOf({})).toEqual({
    'target type': 'not known: the target group was not read; its target type must be ip',
    'path': 'not known: nothing shows that the health check path returns 200',
    'port': 'not known: the health check port was not read; it must be the container port',
    'security group': 'not known: nothing shows that the security group of the task allows inbound TCP on the health check port from the security group of the load balancer',
    'start period': 'not known: the task definition was not read; startPeriod of a container health check must cover the startup',
    'grace period': 'not known: no healthCheckGracePeriodSeconds of the service is known; it must cover the startup',
  });
});

test('a code that the load balancer got fails the path, and proves port and security group', () => {
  const mismatch = { state: 'unhealthy', reason: 'Target.ResponseCodeMismatch', description: 'Health checks failed with these codes: [503]' };
  expect(pointsOf({ targetGroup: { ...GROUP, targets: [mismatch] } })).toMatchObject({
    'target type': 'proven: the target type is ip',
    'path': 'failed: the load balancer expects 200-299 from /health, but got codes: [503]',
    'port': 'proven: the application answers on port 8080',
    'security group': 'proven: the load balancer received a response from the task: codes: [503]',
  });
});

test.each([
  ['200', 'proven'],
  ['302', 'failed'],
])('an access log that answers the path with %s says that it is %s', (code, state) => {
  const line = `10.0.1.5 - - "GET /health HTTP/1.1" ${code} 2 "-" "ELB-HealthChecker/2.0"`;
  expect(pointsOf({ targetGroup: GROUP, logTail: [line] })).toMatchObject({
    'path': `${state}: the log contains '${line}', and the load balancer expects 200-299`,
    'security group': 'proven: the log has requests of ELB-HealthChecker',
  });
});

test('a server that is bound to another address fails the port, whatever the task definition declares', () => {
  const taskDefinition = { containers: [{ name: 'app', essential: true, ports: [8080] }] };
  const line = 'INFO: Uvicorn running on http://127.0.0.1:8080';
  expect(pointsOf({ targetGroup: GROUP, taskDefinition, logTail: [line] }).port).toBe(`failed: the health check port is 8080, but the log contains '${line}'`);
  expect(pointsOf({ targetGroup: GROUP, taskDefinition }).port).toBe('proven: the health check port 8080 is a container port');
});

test('the time of a start in the log decides whether the periods cover it', () => {
  const line = 'Started ShopApplication in 45.2 seconds';
  expect(pointsOf({
    serviceSettings: { gracePeriodSeconds: 30 },
    taskDefinition: { containers: [{ name: 'app', essential: true, ports: [], startPeriodSeconds: 60 }] },
    logTail: [line],
  })).toMatchObject({
    'start period': `proven: startPeriod of the container health check is 60 s, and the log contains '${line}'`,
    'grace period': `failed: healthCheckGracePeriodSeconds of the service is 30 s, and the log contains '${line}'`,
  });
});

test('a guardrail says why a point fails, unless something observed proves that it does not', () => {
  const broken = [{ guardrail: 'load-balancer-reaches-task', seen: 'the security group of the task admits nothing on port 8080' }];
  expect(pointsOf({ targetGroup: GROUP, broken })['security group'])
    .toBe('failed: guardrail load-balancer-reaches-task: the security group of the task admits nothing on port 8080');
  expect(pointsOf({ targetGroup: GROUP, broken, logTail: ['"GET /x HTTP/1.1" 200 "ELB-HealthChecker/2.0"'] })['security group'])
    .toBe('proven: the log has requests of ELB-HealthChecker');
});

test('any other stop has no points', () => expect(healthPoints(evidenceOf({ task: { stoppedReason: 'Essential container in task exited' } }))).toEqual([]));
