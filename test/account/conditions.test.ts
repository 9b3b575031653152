import { readCondition } from '../../src/account/conditions';
import { Reading } from '../../src/account/reading';
import { boundedAccount } from '../../src/evidence/collect/bounded-account';

const GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067';

const conditionOf = (service: object, targets: readonly object[] = []) => readCondition(
  new Reading(boundedAccount(() => Promise.resolve({ TargetHealthDescriptions: targets }))), service,
);

test('a service with all its tasks has no problems', async () => {
  const service = { runningCount: 2, desiredCount: 2, deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED', failedTasks: 0 }] };
  expect(await conditionOf(service)).toEqual({ running: 2, desired: 2, problems: [] });
});

test('a service says how many of its tasks are missing', async () => {
  expect((await conditionOf({ runningCount: 1, desiredCount: 3 })).problems).toEqual(['1 of 3 tasks is running']);
});

test.each([
  ['FAILED', 'ECS deployment circuit breaker: tasks failed to start.', 'a deployment failed: ECS deployment circuit breaker: tasks failed to start.'],
  ['IN_PROGRESS', 'ECS deployment ecs-svc/1 in progress.', 'a deployment is in progress, and 4 of its tasks failed: ECS deployment ecs-svc/1 in progress.'],
])('a deployment that is %s tells its reason', async (rolloutState, rolloutStateReason, problem) => {
  const { problems } = await conditionOf({ deployments: [{ status: 'PRIMARY', rolloutState, rolloutStateReason, failedTasks: 4 }] });
  expect(problems).toEqual([problem]);
});

test('a deployment whose first tasks are starting is no problem', async () => {
  expect((await conditionOf({ deployments: [{ status: 'PRIMARY', rolloutState: 'IN_PROGRESS', failedTasks: 0 }] })).problems).toEqual([]);
});

test('an unhealthy target tells its reason; one that is starting or draining is no problem', async () => {
  const { problems } = await conditionOf({ taskDefinition: 'web:1', loadBalancers: [{ targetGroupArn: GROUP }] }, [
    { Target: { Id: '10.0.1.5', Port: 8080 }, TargetHealth: { State: 'unhealthy', Reason: 'Target.ResponseCodeMismatch', Description: 'Health checks failed with these codes: [503]' } },
    { Target: { Id: '10.0.1.6', Port: 8080 }, TargetHealth: { State: 'initial' } },
    { Target: { Id: '10.0.1.7', Port: 8080 }, TargetHealth: { State: 'draining' } },
  ]);
  expect(problems).toEqual(['target 10.0.1.5:8080 of web is unhealthy: Health checks failed with these codes: [503]']);
});
