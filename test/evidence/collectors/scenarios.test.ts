import { definition, lines, service, stopEvent, TARGET_GROUP } from './a-stop';
import { causeOf } from '../../../src/causes/catalogue';
import { SIGNATURES } from '../../../src/diagnosis/catalogue';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { sendWithSdk } from '../../../src/evidence/collect/account.sdk';
import { boundedAccount } from '../../../src/evidence/collect/bounded-account';
import { collectEvidence } from '../../../src/evidence/collectors/collect-evidence';
import { evidenceOfSighting } from '../../diagnosis/sighting';
import { AwsEndpoint, type Reading } from '../../fake-aws/aws-endpoint';

let aws: AwsEndpoint;

beforeAll(async () => {
  aws = await AwsEndpoint.start();
  Object.assign(process.env, aws.environment);
});

afterEach(() => aws.recover());
afterAll(() => aws.stop());

const ACCOUNT: Readonly<Record<string, Reading>> = {
  'ecs:DescribeTaskDefinition': definition(8),
  'ecs:ListServiceDeployments': { serviceDeployments: [] },
  'ecs:DescribeServices': service(),
  'logs:GetLogEvents': { events: [] },
  'elasticloadbalancing:DescribeTargetGroups': { TargetGroups: [{ TargetGroupArn: TARGET_GROUP, HealthCheckPath: '/', Port: 8080 }] },
  'elasticloadbalancing:DescribeTargetHealth': { TargetHealthDescriptions: [] },
};

const withAccount = async (event: object, answers: Readonly<Record<string, Reading>>) => {
  aws.hold({ ...ACCOUNT, ...answers });
  const [evidence] = await collectEvidence(event, boundedAccount(sendWithSdk({ region: 'eu-west-1' })));
  return diagnose(evidence);
};

/** Causes that a log tells, each with the lines of a real task that showed it. */
const TOLD_BY_LOG = SIGNATURES
  .filter(({ cause }) => causeOf(cause).severity === 'failure')
  .flatMap(({ cause, seenIn }) => seenIn.filter(({ log, stoppedReason, containerReason }) => log && !stoppedReason && !containerReason)
    .slice(0, 1).map(sighting => [cause, sighting] as const));

test('most causes within an application are told by its log', () => expect(TOLD_BY_LOG.length).toBeGreaterThan(15));

test.each(TOLD_BY_LOG)('%s: the log in the account names what the event leaves open, or confirms it', async (cause, sighting) => {
  const event = stopEvent({ containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: sighting.exitCode ?? 1 }] });
  const expected = diagnose(evidenceOfSighting(sighting)).confidence;
  const found = await withAccount(event, { 'logs:GetLogEvents': lines(...sighting.log ?? []) });
  expect(found.clues.map(({ source }) => source)).toContain('log');
  expect([found.cause, ...found.alternatives.map(({ cause: other }) => other)].slice(0, 2)).toContain(cause);
  expect(['certain', 'likely', 'possible'].indexOf(found.confidence)).toBeLessThanOrEqual(['certain', 'likely', 'possible'].indexOf(expected));
});

const FAILED_CHECKS = stopEvent({
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason: `Task failed ELB health checks in (target-group ${TARGET_GROUP})`,
  containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 0 }],
});

const mismatch = (code: number) => ({ Reason: 'Target.ResponseCodeMismatch', Description: `Health checks failed with these codes: [${code}]` });

test.each([
  ['health/elb-redirect', mismatch(301)],
  ['health/elb-auth', mismatch(401)],
  ['health/elb-auth', mismatch(403)],
  ['health/elb-host-header', mismatch(400)],
  ['health/elb-path', mismatch(404)],
  ['health/elb-server-error', mismatch(500)],
  ['health/elb-server-error', mismatch(503)],
  ['health/elb-timeout', { Reason: 'Target.Timeout', Description: 'Request timed out' }],
])('%s: the target in the account says %j', async (cause, said) => {
  const unhealthy = { TargetHealthDescriptions: [{ Target: { Id: '10.0.1.9', Port: 8080 }, TargetHealth: { State: 'unhealthy', ...said } }] };
  expect((await withAccount(FAILED_CHECKS, { 'elasticloadbalancing:DescribeTargetHealth': unhealthy })).cause).toBe(cause);
});

const deployment = {
  ...stopEvent(),
  'detail-type': 'ECS Deployment State Change',
  'resources': ['arn:aws:ecs:eu-west-1:111122223333:service/prod/web'],
  'detail': {
    eventType: 'ERROR', eventName: 'SERVICE_DEPLOYMENT_FAILED', deploymentId: 'ecs-svc/123', reason: 'ECS deployment circuit breaker: tasks failed to start.',
  },
};

/** Stops that ECS explains by itself, as the tasks of a deployment tell them. */
const TOLD_BY_TASKS = ['pull/image-not-found', 'pull/ecr-permission', 'init/secret-permission', 'init/secret-not-found', 'init/log-group-missing', 'init/role-assume', 'memory/container-limit', 'start/command-not-found', 'start/exec-format', 'init/efs-dns']
  .flatMap(cause => SIGNATURES.filter(signature => signature.cause === cause))
  .map(({ cause, seenIn }) => [cause, seenIn.find(({ stoppedReason, containerReason }) => stoppedReason ?? containerReason)] as const);

test.each(TOLD_BY_TASKS)('%s: a deployment that failed is told with what its tasks in the account failed of', async (cause, sighting) => {
  const task = {
    ...stopEvent().detail,
    startedAt: undefined,
    startedBy: 'ecs-svc/123',
    stopCode: 'TaskFailedToStart',
    stoppedReason: sighting?.stoppedReason ?? 'Essential container in task exited',
    containers: [{ name: 'app', exitCode: sighting?.exitCode, reason: sighting?.containerReason }],
  };
  const { cause: found, alternatives } = await withAccount(deployment, { 'ecs:ListTasks': { taskArns: ['one'] }, 'ecs:DescribeTasks': { tasks: [task] } });
  expect([found, ...alternatives.map(alternative => alternative.cause)]).toContain(cause);
});
