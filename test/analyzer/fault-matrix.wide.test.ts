import { failed, onEventBus, published, setAside } from './failed-stops';
import { QueueOfStops } from './queue-of-stops';
import { shareAnalyzer } from './share-analyzer';
import { ShippedAnalyzer } from './shipped-analyzer';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { DENIED } from '../fake-aws/aws-endpoint';
import { FAULTS, slow } from '../fake-aws/faults';

const NAMES = ['api', 'cart', 'login', 'mail', 'search', 'stock', 'tax', 'web'];
const EVENTS = [...NAMES.map(name => failed(name)), '{'];
const SINKS = ['sns:Publish', 'events:PutEvents', 'sqs:SendMessage'];

let analyzer: ShippedAnalyzer;
shareAnalyzer(started => { analyzer = started; });

/** A queue beside which the services are well again after the first batch. */
const recovering = () => new QueueOfStops(analyzer, 30_000, () => analyzer.aws.answerAgain());

const namesOf = (diagnoses: readonly Diagnosis[]) => [...new Set(diagnoses.map(({ service }) => service))].sort();

/** Every stop was told to people and to the event bus, and what nobody can read is in the dead-letter queue. */
function nothingIsLost(): void {
  expect(namesOf(published(analyzer.aws))).toEqual(NAMES);
  expect(namesOf(onEventBus(analyzer.aws))).toEqual(NAMES);
  expect(setAside(analyzer.aws)).toContainEqual({ body: '{', reason: 'the message is not JSON' });
}

/** Each fault but silence, which costs seconds for each of the services. */
const { silent: _, ...ANSWERED } = FAULTS;

describe.each(Object.entries({ ...ANSWERED, slow }))('when a service is %s', (_how, inject) => {
  test.each(SINKS)('for a while, nothing that goes to %s is lost', async action => {
    inject(analyzer.aws, action);
    const queue = recovering();
    await queue.drain(...EVENTS);
    nothingIsLost();
    expect(queue.deaths).toBe(0);
    expect(queue.deadLetters).toEqual([]);
  });
});

test('when no service answers for a while, the function ends before its timeout, and nothing is lost', async () => {
  SINKS.forEach(action => analyzer.aws.fail(action, 'silence'));
  const queue = recovering();
  await queue.drain(...EVENTS);
  nothingIsLost();
  expect(queue.deaths).toBe(0);
});

test.each(['sns:Publish', 'events:PutEvents'])('what %s takes from nobody is set aside with the reason after five attempts, and is told when it is sent again', async action => {
  analyzer.aws.refuse(action, DENIED);
  const queue = new QueueOfStops(analyzer);
  await queue.drain(...EVENTS);
  const reason = expect.stringMatching(/^not delivered in 5 attempts; the last error: .*not authorized/);
  for (const name of NAMES) expect(setAside(analyzer.aws)).toContainEqual({ body: failed(name), reason });
  expect(setAside(analyzer.aws)).toHaveLength(EVENTS.length);
  expect(queue.deadLetters).toEqual([]);

  analyzer.aws.answerAgain();
  await queue.drain(...setAside(analyzer.aws).flatMap(({ body }) => body === '{' ? [] : [body]));
  nothingIsLost();
});

test('what can neither be told nor set aside is moved by the queue', async () => {
  SINKS.forEach(action => analyzer.aws.refuse(action, DENIED));
  const queue = new QueueOfStops(analyzer);
  await queue.drain(...EVENTS);
  expect([...queue.deadLetters].sort()).toEqual([...EVENTS].sort());
});

test('a stop that the topic refuses is set aside with the reason, and each of its neighbors is told once', async () => {
  analyzer.aws.refuse('sns:Publish', { status: 400, code: 'InvalidParameter', message: 'Invalid parameter: Message' }, ({ Message }) => String(Message).includes('task/demo/tax'));
  await new QueueOfStops(analyzer).drain(...EVENTS);
  const neighbors = NAMES.filter(name => name !== 'tax');
  expect(published(analyzer.aws).map(({ service }) => service).sort()).toEqual(neighbors);
  expect(onEventBus(analyzer.aws).map(({ service }) => service).filter(name => name !== 'tax').sort()).toEqual(neighbors);
  expect(setAside(analyzer.aws)).toContainEqual({ body: failed('tax'), reason: expect.stringContaining('Invalid parameter: Message') });
});

test.each([['fast', -3_600_000], ['slow', 3_600_000]])('a function whose clock is an hour %s tells everything once', async (_how, offset) => {
  analyzer.aws.clockOffset = offset;
  await analyzer.restart();
  await new QueueOfStops(analyzer).drain(...EVENTS);
  nothingIsLost();
  expect(published(analyzer.aws)).toHaveLength(NAMES.length);
});

describe('killed', () => {
  const FEW = [failed('api'), failed('cart'), '{'];
  const calls = [1, 2, 3, 4, 5];

  test.each(calls.flatMap(call => [[call, 'before'], [call, 'after']] as const))(
    'at call %i, %s its answer, the function loses nothing, and tells nothing more than once again', async (call, when) => {
      analyzer.aws.at(call, when, () => analyzer.runtime.kill());
      const queue = new QueueOfStops(analyzer);
      await queue.drain(...FEW);
      expect(queue.deaths).toBe(1);
      for (const told of [published(analyzer.aws), onEventBus(analyzer.aws)]) {
        expect(namesOf(told)).toEqual(['api', 'cart']);
        expect(told.length).toBeLessThanOrEqual(4);
      }
      expect(setAside(analyzer.aws).map(({ body }) => body)).toContain('{');
    });
});
