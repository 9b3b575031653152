import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { alarmsIn, type Minute, type Point, pointsOf, type State, stateOf, type TemplateAlarm } from './alarm-state';
import { synthesize } from './synthesized-alarms';
import { HardenedFargateTask, OptionalAlarm } from '../../src/index';
import { imageIn, newStack } from '../service/declare';

type Alarms = Readonly<Record<string, TemplateAlarm>>;

const ROLLS_BACK = 'DeploymentErrors';

const rollsBack = (id: string): boolean => id.endsWith(ROLLS_BACK);

/** The alarms that fired in the course of these minutes, and how often people were told that something is wrong. */
function whatRang(alarms: Alarms, minutes: readonly Minute[]) {
  const points = Object.entries(alarms).map(([id, alarm]) => [id, alarm, pointsOf(alarm, minutes)] as const);
  const firing = minutes.map((_, now) => points
    .filter(([, alarm, all]) => stateOf(alarm, all.slice(0, now + 1)) === 'ALARM').map(([id]) => id));
  const wrong = firing.map(ids => ids.some(id => !rollsBack(id)));
  return {
    alarms: [...new Set(firing.flat())].filter(id => !rollsBack(id)).sort(),
    told: wrong.filter((isWrong, now) => isWrong && !wrong[now - 1]).length,
    rollsBack: firing.some(ids => ids.some(rollsBack)),
  };
}

const QUIET = { alarms: [], told: 0, rollsBack: false };

const minutes = (count: number, minute: Minute = {}): Minute[] => Array.from({ length: count }, () => minute);

const HEALTHY: Minute = {
  DesiredTaskCount: 2,
  RunningTaskCount: 2,
  DeploymentCount: 1,
  CPUUtilization: 30,
  MemoryUtilization: 50,
  HealthyHostCount: 2,
  UnHealthyHostCount: 0,
  RequestCount: 600,
  TargetResponseTime: 0.1,
};

const startupTime = Duration.minutes(10);
const options = { more: Object.values(OptionalAlarm), latencyP99: Duration.seconds(1) };
const WEB = alarmsIn(synthesize({ startupTime, options, maxCapacity: 4 }));
const SHARED = alarmsIn(synthesize({ startupTime, options, maxCapacity: 4, shared: true }));
const WORKER = alarmsIn(synthesize({ loadBalanced: false }));

/** The alarms of a task that runs on a schedule. */
function alarmsOfTask(): Alarms {
  const stack = newStack();
  new HardenedFargateTask(stack, 'Report', { image: imageIn(stack) }).schedule('Nightly', { schedule: ScheduleExpression.rate(Duration.days(1)) });
  return Object.fromEntries(Object.entries(alarmsIn(Template.fromStack(stack))).filter(([id]) => id.startsWith('Report')));
}

const maxMessageAge = Duration.minutes(15);
const { DeadLetters: DEAD_LETTERS, ...QUEUE_WORKER } = alarmsIn(synthesize({ loadBalanced: false, mayBeEmpty: true, maxMessageAge }));

/** What comes after twenty minutes in which all was well. */
const after = (...rest: readonly Minute[]): readonly Minute[] => [...minutes(20, HEALTHY), ...rest];

describe('people are told', () => {
  test('of nothing before the first task is up: only the alarm that rolls back exists, and errors without a task do not count for it', () => {
    const noTaskYet = minutes(15, { HTTPCode_ELB_5XX_Count: 40, HTTPCode_ELB_503_Count: 40 });
    expect(whatRang({ [ROLLS_BACK]: WEB[ROLLS_BACK] }, noTaskYet)).toEqual(QUIET);
  });

  test('of nothing in a rollout whose tasks take ten minutes to start', () => {
    const starting = { ...HEALTHY, RunningTaskCount: 4, DeploymentCount: 2, UnHealthyHostCount: 2 };
    expect(whatRang(WEB, after(...minutes(11, starting), ...minutes(20, HEALTHY)))).toEqual(QUIET);
  });

  test('once of an outage, however many alarms it sets off, and whatever stops reporting', () => {
    const outage = minutes(30, { HTTPCode_ELB_5XX_Count: 600, HTTPCode_ELB_503_Count: 600 });
    expect(whatRang(WEB, after(...outage, ...minutes(10, HEALTHY))))
      .toEqual({ alarms: ['NoHealthyTarget', 'RequestErrors', 'ServiceDown'], told: 1, rollsBack: false });
  });

  test('of nothing in a night without a request', () => {
    const { RequestCount: _, TargetResponseTime: __, ...night } = HEALTHY;
    expect(whatRang(WEB, after(...minutes(120, night)))).toEqual(QUIET);
  });

  test('of nothing while a worker is scaled to zero, by its load or by a schedule', () => {
    const mayBeEmpty = alarmsIn(synthesize({ loadBalanced: false, mayBeEmpty: true }));
    expect(whatRang(mayBeEmpty, after(...minutes(60)))).toEqual(QUIET);
    expect(whatRang(WORKER, after(...minutes(60, { DesiredTaskCount: 0, RunningTaskCount: 0 })))).toEqual(QUIET);
  });

  test('of a worker that has to run and does not', () => {
    expect(whatRang(WORKER, after(...minutes(60)))).toEqual({ alarms: ['ServiceDown'], told: 1, rollsBack: false });
  });

  test('of two failures a minute when there are no more than two requests', () => {
    const failing = { ...HEALTHY, RequestCount: 2, HTTPCode_ELB_5XX_Count: 2, HTTPCode_ELB_502_Count: 2 };
    expect(whatRang(WEB, after(...minutes(10, failing)))).toEqual({ alarms: ['RequestErrors'], told: 1, rollsBack: false });
  });

  test('of nothing when errors flap, one minute in five', () => {
    const flap = [{ ...HEALTHY, HTTPCode_Target_5XX_Count: 300 }, ...minutes(4, HEALTHY)];
    expect(whatRang(WEB, after(...Array.from({ length: 12 }, () => flap).flat()))).toEqual(QUIET);
  });

  test('of what wears on: a rollout that does not end, scaling that cannot go on, slow answers', () => {
    const worn = minutes(60, { ...HEALTHY, DesiredTaskCount: 4, RunningTaskCount: 4, DeploymentCount: 2, TargetResponseTime: 3 });
    expect(whatRang(WEB, after(...worn))).toEqual({ alarms: ['RolloutStuck', 'ScalingExhausted', 'SlowAnswers'], told: 1, rollsBack: false });
  });

  test('of each failed task where that was asked for, and once of one that fails again and again', () => {
    const failing = { ...HEALTHY, StoppedTasks: 1 };
    expect(whatRang(WEB, after(failing, ...minutes(3, HEALTHY), failing, ...minutes(10, HEALTHY)))).toEqual({ alarms: ['FailedTasks'], told: 1, rollsBack: false });
  });

  test('of nothing in an imported cluster that counts no tasks', () => {
    const uncounted = alarmsIn(synthesize({ loadBalanced: false, isCounted: false }));
    expect(whatRang(uncounted, minutes(60, { CPUUtilization: 30, MemoryUtilization: 50 }))).toEqual(QUIET);
  });
});

test('a new version that fails every tenth request is rolled back after two minutes, and people are told if it goes on', () => {
  const broken = { ...HEALTHY, DeploymentCount: 2, RunningTaskCount: 4, HTTPCode_Target_5XX_Count: 60 };
  expect(whatRang(WEB, after(...minutes(2, broken)))).toEqual({ alarms: [], told: 0, rollsBack: true });
  expect(whatRang(WEB, after(...minutes(3, broken)))).toEqual({ alarms: ['RequestErrors'], told: 1, rollsBack: true });
});

describe('of the queue of a worker people are told', () => {
  const age = (seconds: number): Minute => ({ ...HEALTHY, ApproximateAgeOfOldestMessage: seconds });

  test('nothing while messages are processed in time, in a rush of three minutes, or when no message comes for days', () => {
    expect(whatRang(QUEUE_WORKER, after(...minutes(60, age(600)), ...minutes(2, age(1200)), ...minutes(10, age(60)), ...minutes(60)))).toEqual(QUIET);
  });

  test('once when messages get too old, although no task is missing', () => {
    expect(whatRang(QUEUE_WORKER, after(...minutes(30, age(1200)), ...minutes(10, age(60))))).toEqual({ alarms: ['MessagesTooOld'], told: 1, rollsBack: false });
  });

  test('once of a message that failed for good, and of an outage that comes while nobody has dealt with it', () => {
    const failed = minutes(30, { ...HEALTHY, ApproximateNumberOfMessagesVisible: 1 });
    expect(whatRang({ DEAD_LETTERS }, after(...failed)).told).toBe(1);
    expect(whatRang(QUEUE_WORKER, after(...failed, ...minutes(20, { ...HEALTHY, RunningTaskCount: 0, ApproximateNumberOfMessagesVisible: 1 }))))
      .toEqual({ alarms: ['ServiceDown', 'TasksMissing'], told: 1, rollsBack: false });
  });
});

/** The tables of CloudWatch's documentation, cell by cell; those rows too that only its earlier editions had. */
describe('missing data is judged as in the tables of CloudWatch', () => {
  const SIGNS: Readonly<Record<string, Point>> = { 'X': 'bad', '0': 'good', '-': 'missing' };
  const judged = (text: string, EvaluationPeriods: number, DatapointsToAlarm: number): readonly State[] =>
    (['missing', 'ignore', 'breaching', 'notBreaching'] as const)
      .map(TreatMissingData => stateOf({ EvaluationPeriods, DatapointsToAlarm, TreatMissingData }, [...text].map(sign => SIGNS[sign])));

  test.each([
    ['0-X-X', ['OK', 'OK', 'OK', 'OK']],
    ['0----', ['OK', 'OK', 'OK', 'OK']],
    ['-----', ['INSUFFICIENT_DATA', 'RETAINED', 'ALARM', 'OK']],
    ['0XX-X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['--X--', ['ALARM', 'RETAINED', 'ALARM', 'OK']],
    ['----X', ['INSUFFICIENT_DATA', 'RETAINED', 'ALARM', 'OK']],
    ['X----', ['ALARM', 'RETAINED', 'ALARM', 'OK']],
  ])('%s with three of three', (text, states) => expect(judged(text, 3, 3)).toEqual(states));

  test.each([
    ['0-X-X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['00X0X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['0-X--', ['OK', 'OK', 'ALARM', 'OK']],
    ['----0', ['OK', 'OK', 'ALARM', 'OK']],
    ['---X-', ['ALARM', 'RETAINED', 'ALARM', 'OK']],
    ['----X', ['INSUFFICIENT_DATA', 'RETAINED', 'ALARM', 'OK']],
  ])('%s with two of three', (text, states) => expect(judged(text, 3, 2)).toEqual(states));
});

describe('behind a load balancer that others share, people are told', () => {
  test('of nothing while the load balancer answers requests for other services by itself', () => {
    const others = minutes(30, { ...HEALTHY, HTTPCode_ELB_5XX_Count: 900, HTTPCode_ELB_502_Count: 500, HTTPCode_ELB_503_Count: 400 });
    expect(whatRang(SHARED, after(...others))).toEqual(QUIET);
  });

  test('of 5xx from the tasks, and a deployment is rolled back', () => {
    const failing = minutes(10, { ...HEALTHY, HTTPCode_Target_5XX_Count: 60 });
    expect(whatRang(SHARED, after(...failing))).toEqual({ alarms: ['RequestErrors'], told: 1, rollsBack: true });
  });

  test('of connections that the tasks do not take, and a deployment is rolled back', () => {
    const refusing = minutes(10, { ...HEALTHY, TargetConnectionErrorCount: 60 });
    expect(whatRang(SHARED, after(...refusing))).toEqual({ alarms: ['RequestErrors'], told: 1, rollsBack: true });
  });

  test('of tasks that are all unhealthy', () => {
    const outage = minutes(5, { ...HEALTHY, HealthyHostCount: 0, UnHealthyHostCount: 2 });
    expect(whatRang(SHARED, after(...outage)).alarms).toEqual(['NoHealthyTarget']);
  });

  test('of nothing at night, when nobody asks for anything', () => {
    const { RequestCount: _, TargetResponseTime: __, ...night } = HEALTHY;
    expect(whatRang(SHARED, after(...minutes(60, night)))).toEqual(QUIET);
  });
});

describe('behind a network load balancer, people are told', () => {
  const NETWORK = alarmsIn(synthesize({ startupTime: Duration.minutes(1), network: true }));
  const { RequestCount: _, TargetResponseTime: __, ...USUAL }: Minute = { ...HEALTHY, NewFlowCount: 300, TCP_Target_Reset_Count: 1 };

  test('of nothing in a night without a connection, nor in one with a single one that is reset', () => {
    const { NewFlowCount: ___, TCP_Target_Reset_Count: ____, ...night } = USUAL;
    expect(whatRang(NETWORK, [...minutes(20, USUAL), ...minutes(120, night)])).toEqual(QUIET);
    const one = { ...night, NewFlowCount: 1, TCP_Target_Reset_Count: 1 };
    expect(whatRang(NETWORK, [...minutes(20, USUAL), one, ...minutes(20, night)])).toEqual(QUIET);
  });

  test('of a new version that resets connections, which is rolled back after two minutes', () => {
    const broken = { ...USUAL, DeploymentCount: 2, TCP_Target_Reset_Count: 60 };
    expect(whatRang(NETWORK, [...minutes(20, USUAL), ...minutes(2, broken)])).toEqual({ alarms: [], told: 0, rollsBack: true });
    expect(whatRang(NETWORK, [...minutes(20, USUAL), ...minutes(3, broken)])).toEqual({ alarms: ['ConnectionResets'], told: 1, rollsBack: true });
  });

  test('of one task in two that fails its checks where that was asked for or nobody counts resets, and always of an outage', () => {
    const failing = minutes(10, { ...USUAL, HealthyHostCount: 1, UnHealthyHostCount: 1 });
    expect(whatRang(NETWORK, [...minutes(20, USUAL), ...failing])).toEqual(QUIET);
    const asked = alarmsIn(synthesize({ startupTime: Duration.minutes(1), network: true, options: { more: [OptionalAlarm.UNHEALTHY_TARGETS] } }));
    const uncounted = alarmsIn(synthesize({ startupTime: Duration.minutes(1), network: true, shared: true }));
    for (const alarms of [asked, uncounted]) {
      expect(whatRang(alarms, [...minutes(20, USUAL), ...failing])).toEqual({ alarms: ['UnhealthyTargets'], told: 1, rollsBack: false });
    }
    expect(whatRang(NETWORK, [...minutes(20, USUAL), ...minutes(10)]).alarms).toEqual(['NoHealthyTarget', 'ServiceDown']);
  });
});

describe('with two target groups, between which deployments move the requests, people are told', () => {
  const SHIFTED = alarmsIn(synthesize({ startupTime, shifted: true }));
  /** What the second group sends while the tasks are in it; the other group sends nothing then. */
  const inSecond = (minute: Minute): Minute =>
    Object.fromEntries(Object.entries(minute).map(([name, value]) => [/Host|Target|Request/.test(name) ? `second ${name}` : name, value]));
  const NOW_IN_SECOND = inSecond(HEALTHY);

  test('of nothing before, while and after the requests move, although one group or the other has no task', () => {
    const both = { ...HEALTHY, ...NOW_IN_SECOND, RunningTaskCount: 4, DeploymentCount: 2 };
    expect(whatRang(SHIFTED, [...minutes(30, HEALTHY), ...minutes(15, both), ...minutes(60, NOW_IN_SECOND)])).toEqual(QUIET);
  });

  test('of a new version that fails its few requests, which is rolled back although the old one answers most of them', () => {
    const canary = inSecond({ ...HEALTHY, RequestCount: 60, HTTPCode_Target_5XX_Count: 30 });
    const broken = { ...HEALTHY, ...canary, RunningTaskCount: 4, DeploymentCount: 2 };
    expect(whatRang(SHIFTED, [...minutes(20, HEALTHY), ...minutes(2, broken)])).toEqual({ alarms: [], told: 0, rollsBack: true });
  });

  test('once of an outage in which neither group has a task', () => {
    expect(whatRang(SHIFTED, [...minutes(20, NOW_IN_SECOND), ...minutes(20, { DesiredTaskCount: 2, RunningTaskCount: 0 })]))
      .toMatchObject({ told: 1, alarms: expect.arrayContaining(['NoHealthyTarget', 'ServiceDown']) });
  });
});

describe('of a task on a schedule people are told', () => {
  const FAILED = alarmsOfTask();

  test('nothing while every invocation starts a task, or none is due', () => {
    expect(whatRang(FAILED, [...minutes(60), ...minutes(60, { ApproximateNumberOfMessagesVisible: 0 })])).toEqual(QUIET);
  });

  test('once of an invocation that started none, however long it stays in the dead-letter queue, and of the next one after it', () => {
    const failed = minutes(180, { ApproximateNumberOfMessagesVisible: 1 });
    expect(whatRang(FAILED, [...minutes(10), ...failed]).told).toBe(1);
    expect(whatRang(FAILED, [...minutes(10), ...failed, ...minutes(10, { ApproximateNumberOfMessagesVisible: 0 }), ...failed]).told).toBe(2);
  });
});
