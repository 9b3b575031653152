import { definition, service as described, stopEvent, TARGET_GROUP, TASK_ID } from './a-stop';
import { anAsk } from './an-ask';
import { log } from '../../../src/evidence/collectors/log';
import { network } from '../../../src/evidence/collectors/network';
import { secrets } from '../../../src/evidence/collectors/secrets';
import { service } from '../../../src/evidence/collectors/service';
import { simulation } from '../../../src/evidence/collectors/simulation';
import { stoppedService } from '../../../src/evidence/collectors/stopped-service';
import { targetHealth } from '../../../src/evidence/collectors/target-health';
import { taskDefinition } from '../../../src/evidence/collectors/task-definition';
import { readEvidence } from '../../../src/evidence/read/read-evidence';
import { rowsOfCsv } from '../../../src/evidence/text/csv';
import { evidenceOf } from '../../diagnosis/evidence-of';

const [STOP] = readEvidence(stopEvent());
const ALONE = evidenceOf({ task: { taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/prod/${TASK_ID}` } });

test('a task without a service has no service, no events and no targets', async () => {
  const ask = anAsk({ 'ecs:DescribeServices': described() });
  expect(await service.collect(ALONE, ask, [])).toEqual({});
  expect(await targetHealth.collect(ALONE, ask, [])).toEqual({});
  expect(ask.inputs.size).toBe(0);
});

test('a service that may not be read says nothing', async () => {
  expect(await service.collect(STOP, anAsk({}), [])).toEqual({});
  expect(await targetHealth.collect(STOP, anAsk({ 'ecs:DescribeServices': described() }), [])).toEqual({});
});

test('only what a service said around the time of the stop, and of its task, belongs to the stop', async () => {
  const events = [
    { createdAt: '2026-11-03T02:10:00Z', message: '(service web) has started 1 tasks: (task 0123456789abcdef0123456789abcdef).' },
    { createdAt: '2026-11-03T02:10:10Z', message: `(service web) (task ${TASK_ID}) is unhealthy` },
    { createdAt: '2026-11-03T09:00:00Z', message: '(service web) has reached a steady state.' },
    { message: '(service web) was unable to place a task.' },
    { createdAt: '2026-11-03T02:10:20Z' },
  ];
  expect(await service.collect(STOP, anAsk({ 'ecs:DescribeServices': described({ events }) }), []))
    .toMatchObject({ service: { events: [events[1], events[3], events[4]] } });
});

test('of several target groups, the one that the stop names is looked at, and only for what is unhealthy now', async () => {
  const other = TARGET_GROUP.replace('web', 'api');
  const loadBalancers = [{ targetGroupArn: other }, {}, { targetGroupArn: TARGET_GROUP }];
  const health = [{ TargetHealth: { State: 'healthy' } }, { TargetHealth: { State: 'unhealthy', Reason: 'Target.Timeout' } }, {}];
  const collected = async (stop: object) => {
    const ask = anAsk({
      'ecs:DescribeServices': described({ loadBalancers }),
      'elasticloadbalancing:DescribeTargetHealth': { TargetHealthDescriptions: health },
    });
    const [evidence] = readEvidence(stop);
    return { answers: await targetHealth.collect(evidence, ask, []), asked: ask.inputs.get('elasticloadbalancing:DescribeTargetHealth') };
  };
  const named = await collected(stopEvent({ stoppedReason: `Task failed ELB health checks in (target-group ${TARGET_GROUP})` }));
  expect(named.asked).toEqual({ TargetGroupArn: TARGET_GROUP });
  expect(named.answers).toEqual({ targetGroup: { TargetHealth: [health[1]] } });
  expect((await collected(stopEvent())).asked).toEqual({ TargetGroupArn: other });
});

test.each([
  [{ logDriver: 'awslogs', options: {} }, 'container log: container app names no log group, or no stream prefix'],
  [
    { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web', 'awslogs-stream-prefix': 'web', 'awslogs-region': 'us-east-1' } },
    'container log: container app logs to /ecs/web in us-east-1; read it there',
  ],
  [undefined, 'container log: container app has no log driver, so its output is lost'],
  [{ logDriver: 'splunk' }, 'container log: container app logs with the driver splunk; look in the destination of that driver'],
  [
    { logDriver: 'awsfirelens', options: { Name: 'cloudwatch_logs', log_group_name: '/shop' } },
    'container log: container app logs through FireLens; look in cloudwatch_logs /shop',
  ],
  [{ logDriver: 'awsfirelens' }, 'container log: container app logs through FireLens; look in the destination of its log router'],
])('a log that is elsewhere is not read, and said where: %j', async (logConfiguration, because) => {
  const ask = anAsk({ 'ecs:DescribeTaskDefinition': definition(8, { logConfiguration }) });
  expect(await log.collect(STOP, ask, [])).toEqual({});
  expect(ask.gaps).toEqual([because]);
});

test('a container that never ran has no log', async () => {
  expect(await log.collect(evidenceOf({ task: { containers: [{ name: 'app' }] } }), anAsk({}), [])).toEqual({});
});

test('a secret that is not there is missing; one that may not be read is not', async () => {
  const list = [
    { name: 'A', valueFrom: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password::' },
    { name: 'B', valueFrom: '/web/key' },
    { name: 'C' },
  ];
  const [secret, parameter] = ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf', '/web/key'];
  const told = async (answers: object) =>
    (await secrets.collect(STOP, anAsk({ 'ecs:DescribeTaskDefinition': definition(8, { secrets: list }), ...answers }), [])).secrets;
  expect(await told({ 'secretsmanager:DescribeSecret': new Error('ResourceNotFoundException'), 'ssm:DescribeParameters': { Parameters: [] } }))
    .toEqual([{ reference: secret, isMissing: true }, { reference: parameter, isMissing: true }]);
  expect(await told({})).toEqual([]);
  expect(await told({ 'secretsmanager:DescribeSecret': { DeletedDate: '2026-11-01T00:00:00Z' } }))
    .toEqual([{ reference: secret, deletedAt: '2026-11-01T00:00:00.000Z' }]);
});

test('a permission that depends on what only the call has is no verdict', async () => {
  const denial = readEvidence(stopEvent({
    stoppedReason: 'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/web/0f1e is not authorized to perform: '
      + 'secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
  }))[0];
  const results = [{ EvalActionName: 'secretsmanager:GetSecretValue', EvalDecision: 'implicitDeny', MissingContextValues: ['aws:SourceVpce'] }, {}];
  const ask = anAsk({ 'iam:SimulatePrincipalPolicy': { EvaluationResults: results } });
  expect(await simulation.collect(denial, ask, [])).toEqual({ simulated: [] });
  expect(ask.gaps).toEqual([
    'iam:SimulatePrincipalPolicy: whether secretsmanager:GetSecretValue is allowed depends on aws:SourceVpce, which are known only for the call itself',
  ]);
});

test('a task of no service is judged as a service of its own, on Fargate if its capacity is', () => {
  expect(stoppedService(ALONE)).toMatchObject({ serviceArn: ALONE.task.taskArn, launchType: undefined });
  expect(stoppedService(evidenceOf({ task: { capacityProviderName: 'FARGATE_SPOT' } }))).toMatchObject({ serviceArn: 'task', launchType: 'FARGATE' });
});

test('a CSV file has its messages in the column of that name, and a text without one is no such file', () => {
  expect(rowsOfCsv(['"@timestamp", @message', '1,"one, ""two""', 'three"', '2'])).toEqual(['one, "two"', 'three']);
  expect(rowsOfCsv(['@timestamp,@message', '1,"cut'])).toEqual(['cut']);
  for (const lines of [[], ['message'], ['time,level']]) expect(rowsOfCsv(lines)).toBeUndefined();
});

test('a task of no service has no deployment, and one whose deployment may not be read is in none', async () => {
  const answers = { 'ecs:DescribeTaskDefinition': definition(8) };
  expect(await taskDefinition.collect(evidenceOf({ task: { taskDefinitionArn: 'web:8' } }), anAsk(answers), []))
    .toEqual({ taskDefinitions: { current: definition(8).taskDefinition } });
  const listed = { ...answers, 'ecs:ListServiceDeployments': { serviceDeployments: [{ serviceDeploymentArn: 'arn:deployment' }] } };
  expect(await taskDefinition.collect(STOP, anAsk(listed), [])).not.toHaveProperty('rollout');
  const inProgress = { ...listed, 'ecs:DescribeServiceDeployments': { serviceDeployments: [{ status: 'IN_PROGRESS' }] } };
  expect(await taskDefinition.collect(STOP, anAsk(inProgress), [])).toMatchObject({ rollout: { status: 'IN_PROGRESS' } });
});

test('the network of a stop is judged where an ARN says where it was', async () => {
  const ask = { 'ecs:DescribeTaskDefinition': definition(8) };
  const stop = (task: object) => evidenceOf({ task: { taskDefinitionArn: 'web:8', ...task } });
  expect(await network.collect(stop({}), anAsk(ask), [])).toEqual({});
  expect(await network.collect(stop({ clusterArn: 'arn:aws:ecs::111122223333:cluster/prod' }), anAsk(ask), [])).toEqual({});
  expect(await network.collect(stop({ clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod' }), anAsk(ask), [])).toEqual({ findings: [] });
  const arn = 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod';
  expect(await network.collect(stop({ clusterArn: arn, launchType: 'EC2' }), anAsk(ask), [])).toEqual({ findings: [] });
  expect(await network.collect(evidenceOf({ task: { taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:8' } }), anAsk(ask), []))
    .toEqual({ findings: [] });
});
