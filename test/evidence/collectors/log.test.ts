import { definition, lines, stopEvent } from './a-stop';
import { anAsk } from './an-ask';
import { log } from '../../../src/evidence/collectors/log';
import { readEvidence } from '../../../src/evidence/read/read-evidence';

const STOPPED_AT = '2026-11-03T02:10:29Z';
const [STOP] = readEvidence(stopEvent());

/** What the log collector brings so many milliseconds after the stop, and how often it read the log. */
async function collectedAfter(milliseconds: number, answer: () => ReturnType<typeof lines> | undefined): Promise<readonly [number, unknown]> {
  jest.useFakeTimers({ now: Date.parse(STOPPED_AT) + milliseconds });
  try {
    const read = jest.fn(answer);
    const collected = log.collect(STOP, anAsk({ 'ecs:DescribeTaskDefinition': definition(8), 'logs:GetLogEvents': read }), []);
    await jest.runAllTimersAsync();
    return [read.mock.calls.length, (await collected).logTail];
  } finally {
    jest.useRealTimers();
  }
}

const EARLY = lines('starting');
const LAST = { ...EARLY, events: [{ timestamp: Date.parse(STOPPED_AT), message: 'bye', ingestionTime: 0 }] };

test('a log whose last lines may be on their way is read three times at most', async () => {
  expect(await collectedAfter(1_000, () => EARLY)).toEqual([3, EARLY.events]);
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
