import { definition, lines, service, stopEvent, TARGET_GROUP } from './a-stop';
import { type CauseId, causeOf } from '../../../src/causes/catalogue';
import { SIGNATURES } from '../../../src/diagnosis/catalogue';
import type { Sighting } from '../../../src/diagnosis/model/signature';
import type { Reading } from '../../fake-aws/aws-endpoint';

/** A stop, and what the account has to say of it beyond what every account has. */
export interface ToldScenario {
  readonly cause: CauseId;
  readonly event: object;
  readonly answers: Readonly<Record<string, Reading>>;
}

/** An account in which the service web is, and nothing is said of its stop. */
export const SILENT_ACCOUNT: Readonly<Record<string, Reading>> = {
  'ecs:DescribeTaskDefinition': definition(8),
  'ecs:ListServiceDeployments': { serviceDeployments: [] },
  'ecs:DescribeServices': service(),
  'logs:GetLogEvents': { events: [] },
  'elasticloadbalancing:DescribeTargetGroups': { TargetGroups: [{ TargetGroupArn: TARGET_GROUP, HealthCheckPath: '/', Port: 8080 }] },
  'elasticloadbalancing:DescribeTargetHealth': { TargetHealthDescriptions: [] },
};

/** Causes that a log tells, each with the lines of a real task that showed it. */
export const TOLD_BY_LOG: readonly (readonly [CauseId, Sighting])[] = SIGNATURES
  .filter(({ cause }) => causeOf(cause).severity === 'failure')
  .flatMap(({ cause, seenIn }) => seenIn.filter(({ log, stoppedReason, containerReason }) => log && !stoppedReason && !containerReason)
    .slice(0, 1).map(sighting => [cause, sighting] as const));

/** The stop of a task with such a log. */
export const toldByLog = ([cause, { exitCode = 1, log = [] }]: readonly [CauseId, Sighting]): ToldScenario => ({
  cause,
  event: stopEvent({ containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode }] }),
  answers: { 'logs:GetLogEvents': lines(...log) },
});

const mismatch = (code: number) => ({ Reason: 'Target.ResponseCodeMismatch', Description: `Health checks failed with these codes: [${code}]` });

/** Causes of failed health checks, each with what the target says. */
export const TOLD_BY_TARGET: readonly (readonly [CauseId, object])[] = [
  ['health/elb-redirect', mismatch(301)],
  ['health/elb-auth', mismatch(401)],
  ['health/elb-auth', mismatch(403)],
  ['health/elb-host-header', mismatch(400)],
  ['health/elb-path', mismatch(404)],
  ['health/elb-server-error', mismatch(500)],
  ['health/elb-server-error', mismatch(503)],
  ['health/elb-timeout', { Reason: 'Target.Timeout', Description: 'Request timed out' }],
];

/** The stop of a task with such a target. */
export const toldByTarget = ([cause, said]: readonly [CauseId, object]): ToldScenario => ({
  cause,
  event: stopEvent({
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: `Task failed ELB health checks in (target-group ${TARGET_GROUP})`,
    containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 0 }],
  }),
  answers: {
    'elasticloadbalancing:DescribeTargetHealth': {
      TargetHealthDescriptions: [{ Target: { Id: '10.0.1.9', Port: 8080 }, TargetHealth: { State: 'unhealthy', ...said } }],
    },
  },
});

/** Stops that ECS explains by itself, as the tasks of a deployment tell them. */
export const TOLD_BY_TASKS: readonly (readonly [CauseId, Sighting])[] = SIGNATURES
  .filter(({ cause }) => [
    'pull/image-not-found', 'pull/ecr-permission', 'init/secret-permission', 'init/secret-not-found', 'init/log-group-missing', 'init/role-assume',
    'memory/container-limit', 'start/command-not-found', 'start/exec-format', 'init/efs-dns',
  ].includes(cause))
  .flatMap(({ cause, seenIn }) => seenIn.filter(({ stoppedReason, containerReason }) => stoppedReason ?? containerReason)
    .slice(0, 1).map(sighting => [cause, sighting] as const));

/** A deployment that failed, of which one task is still there. */
export const toldByTasks = ([cause, { stoppedReason = 'Essential container in task exited', exitCode, containerReason }]: readonly [CauseId, Sighting]): ToldScenario => ({
  cause,
  event: {
    ...stopEvent(),
    'detail-type': 'ECS Deployment State Change',
    'resources': ['arn:aws:ecs:eu-west-1:111122223333:service/prod/web'],
    'detail': { eventType: 'ERROR', eventName: 'SERVICE_DEPLOYMENT_FAILED', deploymentId: 'ecs-svc/123', reason: 'ECS deployment circuit breaker: tasks failed to start.' },
  },
  answers: {
    'ecs:ListTasks': { taskArns: ['one'] },
    'ecs:DescribeTasks': {
      tasks: [{
        ...stopEvent().detail,
        startedAt: undefined,
        startedBy: 'ecs-svc/123',
        stopCode: 'TaskFailedToStart',
        stoppedReason,
        containers: [{ name: 'app', exitCode, reason: containerReason }],
      }],
    },
  },
});
