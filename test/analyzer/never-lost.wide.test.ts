import { join } from 'node:path';
import { failed, published } from './failed-stops';
import { QueueOfStops } from './queue-of-stops';
import { faultsOf } from './schema';
import { ShippedAnalyzer } from './shipped-analyzer';

const NEIGHBORS = [...Array(9).keys()].map(number => `neighbor-${number}`);

describe('an event that costs the function its life', () => {
  /** What the construct gives the function, in MB; Lambda lets the heap grow to most of it. */
  const MEMORY = 512;
  const bounded = { NODE_OPTIONS: `--max-old-space-size=${MEMORY - 50} --require ${join(__dirname, '..', 'fake-aws', 'costly-words.cjs')}` };
  let analyzer: ShippedAnalyzer;

  beforeAll(async () => {
    analyzer = await ShippedAnalyzer.start(['failure', 'notice'], [], bounded);
  });

  afterEach(() => analyzer.aws.recover());
  afterAll(() => analyzer.stop());

  test.each([['time'], ['memory']])('by its %s is told with the reason, and each of its nine neighbors once', async resource => {
    const queue = new QueueOfStops(analyzer, 5_000);
    await queue.drain(failed('costly', `It COSTS ${resource.toUpperCase()}`), ...NEIGHBORS.map(name => failed(name)));

    const told = published(analyzer.aws);
    expect(told.map(({ service }) => service).sort()).toEqual(['costly', ...NEIGHBORS]);
    const costly = told.find(({ service }) => service === 'costly');
    expect(costly).toMatchObject({ cause: 'unknown', gaps: expect.arrayContaining([{ source: 'diagnosis', because: expect.stringMatching(/took longer than 1\d s|memory limit/) }]) });
    expect(faultsOf(costly)).toEqual([]);
    expect(queue.deaths).toBe(1);
    expect(queue.deadLetters).toEqual([]);
    expect(analyzer.aws.inputsOf('sqs:SendMessage')).toEqual([]);
    expect(analyzer.runtime.peakMegabytes).toBeLessThan(MEMORY * 0.6);
  });

  test('however it is explained is told all the same, and so is each of its neighbors', async () => {
    const queue = new QueueOfStops(analyzer);
    await queue.drain(failed('costly', 'It COSTS EVERYTHING'), ...NEIGHBORS.map(name => failed(name)));

    expect(published(analyzer.aws).map(({ service }) => service).sort()).toEqual(['costly', ...NEIGHBORS]);
    expect(published(analyzer.aws).find(({ service }) => service === 'costly')).toMatchObject({
      cause: 'unknown', gaps: expect.arrayContaining([{ source: 'diagnosis', because: 'the diagnosis failed with: the function was stopped 5 times while processing this event' }]),
    });
    expect(queue.deaths).toBe(5);
    expect(queue.deadLetters).toEqual([]);
  });
});
