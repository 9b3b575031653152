import { diagnose } from '../../src/diagnosis/diagnose';
import { readEvidence } from '../../src/evidence/read/read-evidence';

const SERVICE = { group: 'service:web', startedBy: 'ecs-svc/8646900195280463695', launchType: 'FARGATE' };
const SCALING = { ...SERVICE, stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/8646900195280463695)' };
const SPOT = { ...SERVICE, capacityProviderName: 'FARGATE_SPOT', stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' };
const MAINTENANCE = { ...SERVICE, stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'ECS is performing maintenance on the underlying infrastructure hosting the task' };
const SCHEDULED = { group: 'family:nightly', startedBy: 'events-rule/nightly', stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' };
const SHUTDOWN_NOISE = ['SIGTERM received', 'Error: connect ECONNREFUSED 10.0.1.5:6379', 'Error: Connection terminated unexpectedly', 'npm ERR! signal SIGTERM', 'npm ERR! command failed'];
const OLD_TROUBLE = [
  '(service web) has reached a steady state.',
  '(service web) (task aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) (port 80) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1) due to (reason Health checks failed with these codes: [404]).',
  '(service web) was unable to place a task. Reason: CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1: not found.',
  '(service web) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
];

const exits = (...codes: readonly number[]) => codes.map((exitCode, index) => ({ name: ['app', 'proxy', 'agent'][index], exitCode }));

/** Stops that happen every day and are no reason to wake anybody. */
const ORDINARY: Readonly<Record<string, unknown>> = {
  'a deployment that ends with 0': { task: { ...SCALING, containers: exits(0) } },
  'a deployment that ends with 143': { task: { ...SCALING, containers: exits(143) } },
  'a deployment that ends with 137': { task: { ...SCALING, containers: exits(137) } },
  'a deployment that ends with 1': { task: { ...SCALING, containers: exits(1) } },
  'a deployment without an exit code': { task: { ...SCALING, containers: [{ name: 'app' }] } },
  'a deployment with an application and a proxy': { task: { ...SCALING, containers: exits(143, 0) } },
  'a deployment with an application and a proxy that is killed': { task: { ...SCALING, containers: exits(0, 137) } },
  'a deployment with three containers': { task: { ...SCALING, containers: exits(0, 2, 137) } },
  'a deployment with the noise of a shutdown in the log': { task: { ...SCALING, containers: exits(143) }, logTail: SHUTDOWN_NOISE },
  'a deployment of a service that had trouble before': { task: { ...SCALING, containers: exits(0) }, serviceEvents: OLD_TROUBLE },
  'a deployment with its events': { task: { ...SCALING, containers: exits(0) }, serviceEvents: ['(service web) (deployment ecs-svc/1) deployment completed.', '(service web) has reached a steady state.', '(service web) has begun draining connections on 1 tasks.'] },
  'a deployment with a GuardDuty agent that never came up': { task: { ...SCALING, containers: [...exits(0), { name: 'aws-guardduty-agent-nm40lC', reason: 'CannotPullContainerError: pull image manifest has been retried' }] } },
  'a scale-in by a policy': { task: { ...SCALING, containers: exits(143) }, serviceEvents: ['Message: Successfully set desired count to 2. Waiting for change to be fulfilled by ecs. Cause: monitor alarm cpu-low in state ALARM triggered policy cpu-target'] },
  'a scale-in of a task set': { task: { ...SCALING, stoppedReason: 'Scaling activity initiated by (taskSet ecs-svc/1)', containers: exits(0) } },
  'a scale-in with killed containers': { task: { ...SCALING, stoppedReason: 'Scaling activity', containers: exits(137) } },
  'a Spot stop that ends with 0': { task: { ...SPOT, containers: exits(0) } },
  'a Spot stop that ends with 1': { task: { ...SPOT, containers: exits(1) } },
  'a Spot stop that ends with 137': { task: { ...SPOT, containers: exits(137) } },
  'a Spot stop that ends with 143': { task: { ...SPOT, containers: exits(143) } },
  'a Spot stop with the noise of a shutdown in the log': { task: { ...SPOT, containers: exits(2) }, logTail: SHUTDOWN_NOISE },
  'a Spot stop as it was reported until 2023': { task: { ...SPOT, stopCode: 'TerminationNotice', containers: exits(137) } },
  'a Spot stop without a stop code': { task: { stoppedReason: 'Your Spot Task was interrupted.', containers: exits(143) } },
  'a Spot stop that is announced while the task runs': { task: { ...SPOT, lastStatus: 'RUNNING', desiredStatus: 'STOPPED' } },
  'a Spot stop of a task with a GuardDuty agent': { task: { ...SPOT, containers: [...exits(0), { name: 'aws-guardduty-agent-nm40lC', exitCode: 1 }] } },
  'a maintenance that ends with 0': { task: { ...MAINTENANCE, containers: exits(0) } },
  'a maintenance that ends with 137': { task: { ...MAINTENANCE, containers: exits(137) } },
  'a maintenance of a service that had trouble before': { task: { ...MAINTENANCE, containers: exits(143) }, serviceEvents: OLD_TROUBLE },
  'a scheduled task that is done': { task: { ...SCHEDULED, containers: exits(0) } },
  'a scheduled task that is done and whose log tells of a retry': { task: { ...SCHEDULED, containers: exits(0) }, logTail: ['connect ECONNREFUSED 10.0.1.5:5432, trying again', 'done'] },
  'a task of EventBridge Scheduler that is done': { task: { ...SCHEDULED, startedBy: 'chronos-schedule/nightly', containers: exits(0) } },
  'a task that somebody ran by hand and that is done': { task: { ...SCHEDULED, startedBy: undefined, containers: exits(0) } },
  'a deployment that goes on': { event: { 'source': 'aws.ecs', 'detail-type': 'ECS Deployment State Change', 'resources': ['arn:aws:ecs:us-west-2:111122223333:service/default/web'], 'detail': { eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS', eventType: 'INFO', reason: 'ECS deployment ecs-svc/123 in progress.' } } },
};

test.each(Object.entries(ORDINARY))('%s raises no alarm', (_, given) => {
  const [{ cause, severity }] = readEvidence(given).map(evidence => diagnose(evidence));
  expect([cause, severity]).toEqual([cause, 'benign']);
});

test('a benign stop whose container had to be killed says so besides', () => {
  const [{ cause, alternatives }] = readEvidence({ task: { ...SCALING, containers: exits(137) } }).map(evidence => diagnose(evidence));
  expect([cause, ...alternatives.map(alternative => alternative.cause)]).toEqual(['stop/deployment', 'stop/scale-in', 'exit/killed-after-stop-timeout']);
});
