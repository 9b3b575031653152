import { diagnose } from '../../src/diagnosis/diagnose';
import { readEvidence } from '../../src/evidence/read/read-evidence';

const SERVICE_ARN = 'arn:aws:ecs:us-west-2:111122223333:service/shop/web';
const DEPLOYMENT_ARN = 'arn:aws:ecs:us-west-2:111122223333:service-deployment/shop/web/0EYSiB0qap8xf0N76FsbE';

type Row = readonly [name: string, type: string, definition: string, cause: string, severity: string];

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html */
const SERVICE_ACTIONS: readonly Row[] = [
  ['SERVICE_STEADY_STATE', 'INFO', 'the service runs the desired number of healthy tasks', 'unknown', 'benign'],
  ['TASKSET_STEADY_STATE', 'INFO', 'the task set runs the desired number of healthy tasks', 'unknown', 'benign'],
  ['CAPACITY_PROVIDER_STEADY_STATE', 'INFO', 'a capacity provider of the service is in a steady state', 'unknown', 'benign'],
  ['SERVICE_DESIRED_COUNT_UPDATED', 'INFO', 'the scheduler changed the computed desired count, also to zero', 'unknown', 'benign'],
  ['TASKS_STOPPED', 'INFO', 'the service stopped running tasks', 'unknown', 'benign'],
  ['SERVICE_TASK_START_IMPAIRED', 'WARN', 'tasks do not start consistently; the scheduler goes on', 'deploy/start-impaired', 'failure'],
  ['SERVICE_DISCOVERY_INSTANCE_UNHEALTHY', 'WARN', 'a task in a service registry is unhealthy', 'health/container', 'failure'],
  ['VPC_LATTICE_TARGET_UNHEALTHY', 'WARN', 'a VPC Lattice target is unhealthy', 'health/lattice', 'failure'],
  ['SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED', 'ERROR', 'a daemon task no longer meets its constraint', 'capacity/configuration', 'failure'],
  ['ECS_OPERATION_THROTTLED', 'ERROR', 'rate limits of the ECS API throttle the scheduler', 'deploy/throttled', 'failure'],
  ['SERVICE_DISCOVERY_OPERATION_THROTTLED', 'ERROR', 'rate limits of the Cloud Map API throttle the scheduler', 'deploy/throttled', 'failure'],
  ['SERVICE_TASK_PLACEMENT_FAILURE', 'ERROR', 'the scheduler cannot place a task', 'capacity/configuration', 'failure'],
  ['SERVICE_TASK_CONFIGURATION_FAILURE', 'ERROR', 'a configuration error keeps the scheduler from placing a task', 'capacity/configuration', 'failure'],
  ['SERVICE_HEALTH_UNKNOWN', 'ERROR', 'ECS cannot tell the health of the tasks', 'unknown', 'notice'],
];

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html */
const DEPLOYMENT_STATES: readonly Row[] = [
  ['SERVICE_DEPLOYMENT_IN_PROGRESS', 'INFO', 'the deployment goes on', 'stop/deployment', 'benign'],
  ['SERVICE_DEPLOYMENT_COMPLETED', 'INFO', 'the deployment is complete', 'stop/deployment', 'benign'],
  ['SERVICE_DEPLOYMENT_FAILED', 'ERROR', 'the circuit breaker or an alarm failed the deployment', 'deploy/circuit-breaker', 'failure'],
];

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_hook_state_change_events.html */
const HOOK_STATES: readonly Row[] = [
  ['HOOK_IN_PROGRESS', 'INFO', 'a hook is in progress', 'unknown', 'benign'],
  ['HOOK_AWAITING_ACTION', 'INFO', 'a pause hook waits for ContinueServiceDeployment', 'deploy/awaiting-action', 'notice'],
  ['HOOK_SUCCEEDED', 'INFO', 'the hook completed', 'unknown', 'benign'],
  ['HOOK_FAILED', 'INFO', 'the hook failed, or ROLLBACK was chosen', 'deploy/lifecycle-hook', 'failure'],
  ['HOOK_TIMED_OUT', 'INFO', 'the hook did not complete in time', 'deploy/lifecycle-hook', 'failure'],
];

const diagnosisOf = (detailType: string, detail: object) => diagnose(readEvidence({
  'detail-type': detailType,
  'source': 'aws.ecs',
  'resources': [detailType === 'ECS Hook State Change' ? DEPLOYMENT_ARN : SERVICE_ARN],
  detail,
})[0]);

test.each(SERVICE_ACTIONS)('the service action %s (%s): %s; that is %s, a %s', (eventName, eventType, _, cause, severity) => {
  expect(diagnosisOf('ECS Service Action', { eventName, eventType })).toMatchObject({ cause, severity, service: 'web' });
});

test.each(DEPLOYMENT_STATES)('the deployment state %s (%s): %s; that is %s, a %s', (eventName, eventType, _, cause, severity) => {
  expect(diagnosisOf('ECS Deployment State Change', { eventName, eventType })).toMatchObject({ cause, severity, service: 'web' });
});

test.each(HOOK_STATES)('the hook state %s (%s): %s; that is %s, a %s', (eventName, eventType, _, cause, severity) => {
  const detail = { eventName, eventType, hookId: 'ecs-pause-1', serviceArn: SERVICE_ARN, serviceDeploymentArn: DEPLOYMENT_ARN };
  expect(diagnosisOf('ECS Hook State Change', detail)).toMatchObject({ cause, severity, service: 'web' });
});

test('a deployment that waits for a decision is continued by a command that names its hook', () => {
  const detail = { eventName: 'HOOK_AWAITING_ACTION', eventType: 'INFO', hookId: 'ecs-pause-1', serviceArn: SERVICE_ARN, serviceDeploymentArn: DEPLOYMENT_ARN };
  expect(diagnosisOf('ECS Hook State Change', detail).actions.flatMap(({ commands }) => commands)).toContain(
    `aws ecs continue-service-deployment --service-deployment-arn ${DEPLOYMENT_ARN} --hook-id ecs-pause-1 --action CONTINUE --region us-west-2`,
  );
});

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */
test.each([
  ['(service web) is unable to consistently start tasks successfully.', 'deploy/start-impaired'],
  ['(service web) operations are being throttled. Will try again later.', 'deploy/throttled'],
  ['(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. '
    + 'Update the minimumHealthyPercent or maximumPercent value and try again.', 'deploy/percentages'],
  ['service (web) was unable to reach steady state because task set (ecs-svc/1) was unable to scale in. '
    + 'Reason: The number of protected tasks are more than the desired count of tasks', 'deploy/protected-tasks'],
  ['(service web) (deployment ecs-svc/1) deployment failed: tasks failed to start.', 'deploy/circuit-breaker'],
  ['No rollback candidate was found to run the rollback.', 'deploy/circuit-breaker'],
  ['(service web) deployment ecs-svc/1 deployment failed: alarm detected.', 'deploy/alarm'],
  ['(service web) is not AZ balanced with 2 tasks in eu-west-1a, 1 tasks in eu-west-1b. AZ Rebalancing in progress.', 'unknown'],
  ['(service web) is AZ balanced with 2 tasks in eu-west-1a, 2 tasks in eu-west-1b.', 'unknown'],
])('the service event "%s" is %s', (message, cause) => {
  expect(diagnose(readEvidence({ serviceEvents: [message] })[0]).cause).toBe(cause);
});

test('a running task whose Exec agent stopped is one that ECS Exec cannot connect to, and nothing else failed', () => {
  const managedAgents = [{ name: 'ExecuteCommandAgent', lastStatus: 'STOPPED' }];
  const [evidence] = readEvidence({ tasks: [{ lastStatus: 'RUNNING', containers: [{ name: 'app', lastStatus: 'RUNNING', managedAgents }] }] });
  const { cause, confidence, severity, summary } = diagnose(evidence);
  expect({ cause, confidence, severity }).toEqual({ cause: 'exec/not-connected', confidence: 'certain', severity: 'notice' });
  expect(summary).toContain('force a new deployment');
});

test('what CloudFormation says of a service is quoted, and stands behind every reason', () => {
  const event = { resourceType: 'AWS::ECS::Service', resourceStatus: 'CREATE_FAILED', physicalResourceId: SERVICE_ARN };
  const told = (resourceStatusReason: string) => diagnose(readEvidence({ stackEvents: [{ ...event, resourceStatusReason }] })[0]);
  expect(told('Resource handler returned message: "Exceeded attempts to wait"')).toMatchObject({
    cause: 'deploy/stack-failed',
    clues: [{ quote: 'Resource handler returned message: "Exceeded attempts to wait"' }],
  });
  expect(told('CannotPullContainerError: failed to resolve ref web:v1: not found').cause).toBe('pull/image-not-found');
});

describe('a service without tasks', () => {
  const service = { serviceName: 'web', desiredCount: 0, runningCount: 0, pendingCount: 0, events: [], deployments: [] };

  test('whose desired count is zero is told so', () => {
    expect(diagnose(readEvidence({ services: [service], failures: [] })[0])).toMatchObject({ cause: 'deploy/desired-count-zero', severity: 'notice', confidence: 'certain' });
  });

  test('of which a task stopped has the cause of the task', () => {
    const task = { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' };
    expect(diagnose(readEvidence({ task, service })[0]).cause).toBe('stop/user');
  });
});

test.each(['ROLLBACK_REQUESTED', 'STOP_REQUESTED', 'STOPPED'])('a service deployment with the status %s was stopped by a call', status => {
  expect(diagnose(readEvidence({ serviceDeployments: [{ serviceDeploymentArn: DEPLOYMENT_ARN, serviceArn: SERVICE_ARN, status }] })[0]).cause)
    .toBe('deploy/stopped-by-user');
});
