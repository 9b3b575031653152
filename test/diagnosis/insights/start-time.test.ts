import { diagnose } from '../../../src/diagnosis/diagnose';
import { readEvidence } from '../../../src/evidence/read/read-evidence';

const STARTED = Date.parse('2026-11-02T03:00:00Z');

interface Given { readonly grace?: number; readonly age?: number; readonly [field: string]: unknown }

const diagnoseAt = ({ grace, age, ...rest }: Given) => diagnose(readEvidence({
  task: {
    group: 'service:web',
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1)',
    startedAt: new Date(STARTED).toISOString(),
    ...age === undefined ? {} : { stoppingAt: new Date(STARTED + age * 1000).toISOString() },
    containers: [{ name: 'app', exitCode: 143 }],
  },
  service: { serviceName: 'web', clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop', healthCheckGracePeriodSeconds: grace },
  ...rest,
})[0]);

const slowStart = ({ cause, confidence, alternatives }: ReturnType<typeof diagnose>) =>
  [{ cause, confidence }, ...alternatives].find(suspect => suspect.cause === 'health/elb-slow-start')?.confidence;

test.each([
  [0, 62, 'likely'], // given up at once, and the grace period is short
  [30, 110, 'likely'],
  [30, 125, 'possible'], // it lived a little longer than the first failure takes
  [300, 350, 'possible'], // after so long a grace period it is rather something else
  [30, 4000, undefined], // it was healthy once
  [undefined, 62, 'possible'], // what is not known decides nothing
  [30, undefined, undefined],
])('with a grace period of %s s, a task given up after %s s is %s a slow starter', (grace, age, confidence) => {
  expect(slowStart(diagnoseAt({ grace, age }))).toBe(confidence);
});

test('the end stands for the decision to stop where ECS does not tell of that', () => {
  const { clues } = diagnoseAt({ grace: 0, task: { stoppedReason: 'Task failed ELB health checks', startedAt: '2026-11-02T03:00:00Z', stoppedAt: '2026-11-02T03:01:02Z' } });
  expect(clues[0].quote).toBe('62 s from start to stop, grace period 0 s');
});

test('interval and threshold of the target group decide how long a failure takes', () => {
  const targetGroup = { HealthCheckIntervalSeconds: 60, UnhealthyThresholdCount: 5 };
  expect(slowStart(diagnoseAt({ grace: 30, age: 340, targetGroup }))).toBe('likely');
});

test.each([
  ['its target', { targetGroup: { targetHealth: [{ reason: 'Target.ResponseCodeMismatch' }] } }],
  ['the service', { serviceEvents: ['(service web) is unhealthy in (target-group web) due to (reason Health checks failed with these codes: [404])'] }],
])('an application that answers has started, as %s says', (_who, rest) => {
  expect(slowStart(diagnoseAt({ grace: 0, age: 62, ...rest }))).toBe('possible');
});

describe('a log that tells of a start longer than the grace period', () => {
  const diagnosis = diagnoseAt({ grace: 30, age: 110, logTail: ['Started Shop in 118.2 seconds'] });

  test('names the cause, and says how long the start took', () => {
    expect(diagnosis).toMatchObject({ cause: 'health/elb-slow-start', confidence: 'likely' });
    expect(diagnosis.clues[0]).toMatchObject({ quote: '110 s from start to stop, grace period 30 s' });
    expect(diagnosis.clues).toContainEqual(expect.objectContaining({ source: 'log', quote: 'Started Shop in 118.2 seconds' }));
  });

  test('gives a grace period that is long enough, ready to paste', () => {
    expect(diagnosis.actions[0]).toEqual({
      title: 'Increase the grace period to 180 s, which is 1.5 times the duration of this start.',
      commands: ['aws ecs update-service --cluster shop --service web --health-check-grace-period-seconds 180'],
      prop: 'startupTime',
    });
  });
});

test.each(['Started Shop in 3.1 seconds', 'Started Shop in 118 ms', 'Listening on 8080'])('a log that says %j blames no grace period', line => {
  expect(diagnoseAt({ grace: 30, age: 110, logTail: [line] }).actions[0].title).not.toContain('Lengthen');
});
