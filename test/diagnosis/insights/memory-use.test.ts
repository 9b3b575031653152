import { diagnose } from '../../../src/diagnosis/diagnose';
import { readEvidence } from '../../../src/evidence/read/read-evidence';

const OUT_OF_MEMORY = { name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' };
const KILLED = { name: 'app', exitCode: 137 };

const percents = (...values: number[]) => values.map((maximum, minute) => ({ timestamp: `2026-11-02T03:${String(10 + minute)}:00Z`, maximum }));

const diagnoseWith = (metrics: unknown, container: object = OUT_OF_MEMORY, rest: object = {}, task: object = {}) => diagnose(readEvidence({
  task: {
    group: 'service:shop',
    cpu: '256',
    memory: '512',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    stoppedAt: '2026-11-02T03:30:00Z',
    containers: [container],
    ...task,
  },
  metrics,
  ...rest,
})[0]);

const metricClue = (diagnosis: ReturnType<typeof diagnose>) => diagnosis.clues.find(({ source }) => source === 'memory metric');
const advice = ({ actions }: ReturnType<typeof diagnose>) => actions.map(({ title }) => title);

describe('memory that is constantly at the limit', () => {
  const diagnosis = diagnoseWith(percents(96, 97, 99, 98));

  test('is quoted in numbers', () => {
    expect(metricClue(diagnosis)).toEqual({ source: 'memory metric', quote: '96 % to 99 % of 512 MiB within 3 min', says: 'memory was always near the limit' });
  });

  test('calls for the next size that Fargate offers', () => {
    expect(diagnosis.actions[0]).toEqual({ title: 'Increase the task memory: the next Fargate task size is cpu: 256, memoryLimitMiB: 1024.', commands: [], prop: 'memoryLimitMiB' });
    expect(diagnosis.summary).toMatch(/Increase the memory of the task/);
  });

  test('calls for more memory without a number where the present size is not known', () => {
    expect(advice(diagnoseWith(percents(96, 97, 99), OUT_OF_MEMORY, {}, { cpu: undefined, memory: '2 GB' }))).toEqual(['Increase the task memory.']);
  });
});

test('memory that grew calls for a look at the leak before a larger size', () => {
  const diagnosis = diagnoseWith(percents(41, 60, 80, 99));
  expect(metricClue(diagnosis)?.quote).toBe('41 % → 99 % of 512 MiB within 3 min');
  expect(advice(diagnosis)).toEqual([expect.stringMatching(/heap profiles/), expect.stringMatching(/^Until you find the leak.*memoryLimitMiB: 1024\.$/)]);
});

test('memory that jumped calls for a bound on the work, and names the minute', () => {
  const diagnosis = diagnoseWith(percents(35, 36, 35, 36, 35, 99));
  expect(metricClue(diagnosis)?.quote).toBe('typically 36 %, at most 99 % of 512 MiB within 5 min');
  expect(advice(diagnosis)[0]).toMatch(/at 2026-11-02 03:15 UTC, when memory jumped/);
});

test('memory that the metric never saw near the limit is told so, and the certain reason of ECS stands', () => {
  const diagnosis = diagnoseWith(percents(35, 36, 35));
  expect(diagnosis).toMatchObject({ cause: 'memory/container-limit', confidence: 'certain' });
  expect(advice(diagnosis)[0]).toMatch(/just before the stop/);
});

test('a container whose own limit is below that of the task needs that limit raised', () => {
  const taskDefinitions = { current: { containerDefinitions: [{ name: 'app', memory: 256 }] } };
  expect(advice(diagnoseWith(percents(96, 97, 99), OUT_OF_MEMORY, { taskDefinitions }))[0])
    .toBe('Increase the limit of container app: it can use only 256 MiB of the 512 MiB of the task.');
});

describe('exit code 137 that nobody asked for and no reason explains', () => {
  test('is likely memory when memory was at its limit', () => {
    expect(diagnoseWith(percents(96, 97, 99), KILLED)).toMatchObject({ cause: 'memory/container-limit', confidence: 'likely' });
  });

  test('stays unexplained when memory was far below', () => {
    const diagnosis = diagnoseWith(percents(20, 21, 22), KILLED);
    expect(diagnosis.cause).toBe('exit/killed');
    expect(metricClue(diagnosis)?.says).toBe('the metric never showed memory near the limit');
  });
});

test('a stop that memory has nothing to do with is not blamed on it', () => {
  const { cause, alternatives } = diagnoseWith(percents(96, 97, 99), { name: 'app', exitCode: 1 });
  expect([cause, ...alternatives.map(alternative => alternative.cause)]).not.toContain('memory/container-limit');
});

test('a helper that ended with its own 143 is not blamed on memory that was low', () => {
  expect(metricClue(diagnoseWith(percents(20, 21, 22), { name: 'app', exitCode: 143 }))).toBeUndefined();
});

describe('what belongs to another task', () => {
  test('points after the stop are passed over', () => {
    const metrics = [...percents(96, 97, 99), { timestamp: '2026-11-02T03:45:00Z', maximum: 10 }];
    expect(metricClue(diagnoseWith(metrics))?.quote).toContain('96 % to 99 %');
  });

  test('points before the start are passed over where enough are left', () => {
    const metrics = percents(10, 11, 10, 96, 97, 99);
    expect(metricClue(diagnoseWith(metrics, OUT_OF_MEMORY, {}, { startedAt: '2026-11-02T03:13:00Z' }))?.quote).toContain('96 % to 99 %');
    expect(metricClue(diagnoseWith(metrics, OUT_OF_MEMORY, {}, { startedAt: '2026-11-02T03:15:00Z' }))?.quote).toContain('10 % → 99 %');
  });

  test('the time of the event stands for that of the stop where ECS gives none', () => {
    expect(metricClue(diagnoseWith(percents(96, 97, 99), OUT_OF_MEMORY, {}, { stoppedAt: undefined }))?.quote).toContain('96 % to 99 %');
  });
});

describe('the forms of the metric', () => {
  test.each([
    ['an answer of get-metric-statistics', { Label: 'MemoryUtilization', Datapoints: [{ Timestamp: '2026-11-02T03:10:00Z', Average: 96 }, { Timestamp: '2026-11-02T03:11:00Z', Average: 97 }, { Timestamp: '2026-11-02T03:12:00Z', Average: 99 }] }],
    ['an answer without a label', { Datapoints: percents(96, 97, 99) }],
    ['datapoints by the name of the metric', { MemoryUtilization: percents(96, 97, 99) }],
    ['MiB beside what is reserved', { MemoryUtilized: percents(983.04, 993.28, 1013.76), MemoryReserved: percents(1024) }],
    ['MiB of a task whose size is known', { memoryUtilized: { Label: 'MemoryUtilized', Datapoints: percents(491.52, 496.64, 506.88) } }],
    ['what else CloudWatch may put in', [null, 'x', {}, { timestamp: 'never', maximum: 1 }, { timestamp: 1, maximum: -1 }, { timestamp: 1, maximum: '5' }, ...percents(96, 97, 99)]],
  ])('%s', (_form, metrics) => expect(metricClue(diagnoseWith(metrics))?.quote).toContain('96 % to 99 %'));

  test('MiB of a task of unknown size are a gap', () => {
    const diagnosis = diagnoseWith({ MemoryUtilized: percents(500, 501, 502) }, OUT_OF_MEMORY, {}, { memory: undefined });
    expect(diagnosis.gaps).toContainEqual({ source: 'memory metric', because: expect.stringMatching(/in MiB/) });
  });

  test.each([[null], [undefined], [[]], [{}], [{ Datapoints: [] }], [{ MemoryUtilized: 7 }]])('%j says nothing of memory', metrics => {
    expect(metricClue(diagnoseWith(metrics))).toBeUndefined();
  });

  test('a text is refused with its place', () => {
    expect(() => diagnoseWith('99 %')).toThrow('metrics: this must be an array of datapoints, or the output of get-metric-statistics, but is string');
  });
});
