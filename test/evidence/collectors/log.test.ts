import { definition, lines, stopEvent, TASK_ID } from './a-stop';
import { anAsk } from './an-ask';
import { log } from '../../../src/evidence/collectors/log';
import { readEvidence } from '../../../src/evidence/read/read-evidence';

const STOPPED_AT = '2026-11-03T02:10:29Z';
const [STOP] = readEvidence(stopEvent());

/** What the log collector brings so many milliseconds after the stop, and how often it read the log. */
async function collectedAfter(
  milliseconds: number, answer: () => ReturnType<typeof lines> | undefined, stop = STOP,
): Promise<readonly [number, unknown]> {
  jest.useFakeTimers({ now: Date.parse(STOPPED_AT) + milliseconds });
  try {
    const read = jest.fn(answer);
    const collected = log.collect(stop, anAsk({ 'ecs:DescribeTaskDefinition': definition(8), 'logs:GetLogEvents': read }), []);
    await jest.runAllTimersAsync();
    return [read.mock.calls.length, (await collected).logTail];
  } finally {
    jest.useRealTimers();
  }
}

const EARLY = lines('starting');
const LAST = { ...EARLY, events: [{ timestamp: Date.parse(STOPPED_AT), message: 'bye', ingestionTime: 0 }] };

test('a log whose last lines may be on their way is read again for as long as a diagnosis may take', async () => {
  expect(await collectedAfter(1_000, () => EARLY)).toEqual([5, EARLY.events]);
});

test('a log is read again only until its last lines can be expected', async () => {
  expect(await collectedAfter(17_500, () => EARLY)).toEqual([3, EARLY.events]);
});

test('what was read of a log is kept when it cannot be read again', async () => {
  const answers = [EARLY, undefined];
  expect(await collectedAfter(1_000, () => answers.shift())).toEqual([2, EARLY.events]);
});

test('the last lines are expected after the end of the containers, which ECS reports some time later', async () => {
  const [stop] = readEvidence(stopEvent({ executionStoppedAt: new Date(Date.parse(STOPPED_AT) - 30_000).toISOString() }));
  expect(await collectedAfter(1_000, () => EARLY, stop)).toEqual([1, EARLY.events]);
});

test('a log is read again until its last line is there', async () => {
  const answers = [EARLY, LAST];
  expect(await collectedAfter(1_000, () => answers.shift())).toEqual([2, LAST.events]);
});

test('some time after the stop, a log is read once', async () => {
  expect(await collectedAfter(60_000, () => EARLY)).toEqual([1, EARLY.events]);
});

test('a log that may not be read is not asked for again', async () => {
  expect(await collectedAfter(1_000, () => undefined)).toEqual([1, []]);
});

test('where no container is known to have failed, the log is that of the first essential one', async () => {
  const containers = [{ name: 'proxy', exitCode: 0 }, { name: 'app', exitCode: 0 }];
  const [evidence] = readEvidence(stopEvent({ stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user', containers }));
  const { taskDefinition } = definition(8);
  const containerDefinitions = [{ ...taskDefinition.containerDefinitions[0], name: 'proxy', essential: false }, ...taskDefinition.containerDefinitions];
  const ask = anAsk({ 'ecs:DescribeTaskDefinition': { taskDefinition: { ...taskDefinition, containerDefinitions } }, 'logs:GetLogEvents': EARLY });
  await log.collect(evidence, ask, []);
  expect(ask.inputs.get('logs:GetLogEvents')).toMatchObject({ logStreamName: expect.stringMatching(/^web\/app\//) });
});

test('a task definition without containers has no log', async () => {
  expect(await log.collect(STOP, anAsk({ 'ecs:DescribeTaskDefinition': { taskDefinition: { family: 'web' } } }), [])).toEqual({});
});

/** Which log streams are read of a task whose containers ended like this, and the lines that are told. */
async function readOf(containers: readonly object[], how: object = {}) {
  const [evidence] = readEvidence(stopEvent({ containers }));
  const { taskDefinition } = definition(8);
  const [app] = taskDefinition.containerDefinitions;
  const containerDefinitions = ['migrate', 'app', 'proxy'].map(name => ({ ...app, name, ...name === 'migrate' && how }));
  const streams: unknown[] = [];
  const ask = anAsk({
    'ecs:DescribeTaskDefinition': { taskDefinition: { ...taskDefinition, containerDefinitions } },
    'logs:GetLogEvents': ({ logStreamName, limit }) => {
      streams.push([logStreamName, limit]);
      return lines(`last line of ${String(logStreamName)}`);
    },
  });
  const { logTail = [] } = await log.collect(evidence, ask, []);
  return { streams, told: (logTail as readonly { message: string }[]).map(({ message }) => message), gaps: ask.gaps };
}

const stream = (name: string): string => `web/${name}/${TASK_ID}`;

const TWO_FAILED = [{ name: 'proxy', exitCode: 143 }, { name: 'migrate', exitCode: 3, essential: false }, { name: 'app', exitCode: 1 }];

test('the last 200 lines are read of the guilty container and of one that ended before it, whose lines come first', async () => {
  const { streams, told } = await readOf(TWO_FAILED);
  expect(streams).toEqual([[stream('migrate'), 200], [stream('app'), 200]]);
  expect(told).toEqual([`last line of ${stream('migrate')}`, `last line of ${stream('app')}`]);
});

test('a container that ended well, that ECS ended, or that ended after the guilty one has no part in it', async () => {
  const at = (second: number) => `2026-11-03T02:10:${second}.000Z`;
  for (const migrate of [{ exitCode: 0 }, { exitCode: 137 }, {}, { exitCode: 3, finishedAt: at(29) }]) {
    const { streams } = await readOf([{ name: 'app', exitCode: 1, finishedAt: at(20) }, { name: 'migrate', essential: false, ...migrate }]);
    expect(streams).toEqual([[stream('app'), 200]]);
  }
});

test('where the log of the earlier container is elsewhere, that is a gap, and the log of the guilty one is read', async () => {
  const { told, gaps } = await readOf(TWO_FAILED, { logConfiguration: { logDriver: 'splunk' } });
  expect(told).toEqual([`last line of ${stream('app')}`]);
  expect(gaps).toEqual(['container log: container migrate logs with the driver splunk; look in the destination of that driver']);
});
