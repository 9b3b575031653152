import { DEPLOYMENT_STATES, HOOK_STATES, SERVICE_ACTIONS } from './ecs-event-table';
import { diagnose } from '../../src/diagnosis/diagnose';
import { readEvidence } from '../../src/evidence/read/read-evidence';

const SERVICE_ARN = 'arn:aws:ecs:us-west-2:111122223333:service/shop/web';
const DEPLOYMENT_ARN = 'arn:aws:ecs:us-west-2:111122223333:service-deployment/shop/web/0EYSiB0qap8xf0N76FsbE';

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
