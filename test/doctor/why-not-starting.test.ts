import { whyNotStarting } from '../../src/doctor/why-not-starting';
import { boundedAccount } from '../../src/evidence/collect/bounded-account';
import { declared, deployedStop } from '../evidence/collectors/a-deployed-stop';

const UNHEALTHY = 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067)';

const EVENT = '(service web) (port 8080) is unhealthy in (target-group web) due to (reason Health checks failed with these codes: [503]).';

/** What is shown of a task of a deployed service that stopped with these words. */
async function shown(sentence: string, stoppedReason: string, events: readonly object[] = []) {
  const { account, event } = await deployedStop(declared(sentence), { stopCode: 'ServiceSchedulerInitiated', stoppedReason });
  const { detail } = event as { readonly detail: { readonly clusterArn: string } };
  const send: typeof account = async (action, ...rest) => {
    if (action === 'ecs:DescribeTasks') return { tasks: [detail] } as Awaited<ReturnType<typeof account>>;
    const answer = await account(action, ...rest);
    return action === 'ecs:DescribeServices' ? { services: (answer.services as readonly object[]).map(service => ({ ...service, events })) } as typeof answer : answer;
  };
  const { healthPoints } = await whyNotStarting(boundedAccount(send), detail.clusterArn, 'one');
  return Object.fromEntries(healthPoints.map(({ point, state, evidence }) => [point, `${state}: ${evidence}`]));
}

test('a stop for failed health checks has the six points, from the settings of the account', async () => {
  const points = await shown('a load balancer target port that no container maps', UNHEALTHY);
  expect(Object.keys(points)).toEqual(['target type', 'path', 'port', 'security group', 'start period', 'grace period']);
  expect(points['target type']).toBe('proven: the target type is ip');
  expect(points.port).toMatch(/^failed: /);
  expect(points['grace period']).toMatch(/^not known: healthCheckGracePeriodSeconds of the service is \d+ s; nothing shows how long the startup takes$/);
});

test('the service says which codes the load balancer got since the task was created', async () => {
  const { path } = await shown('a load balancer target port that no container maps', UNHEALTHY, [{ createdAt: '2026-11-03T02:10:20Z', message: EVENT }]);
  expect(path).toMatch(/^failed: the load balancer expects \S+ from \S+, but got codes: \[503\]$/);
  const { path: before } = await shown('a load balancer target port that no container maps', UNHEALTHY, [{ createdAt: '2026-11-03T01:00:00Z', message: EVENT }]);
  expect(before).toMatch(/^not known: /);
});

test('any other stop has no such points', async () => {
  expect(await shown('a load balancer target port that no container maps', 'Essential container in task exited')).toEqual({});
});
