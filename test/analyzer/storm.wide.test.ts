import { weather } from './storm';

const OTHERS = /^(?:dynamodb|events|sns|sqs):/;

test('in a storm, each service is told of once, in few messages, every stop is counted, and the account is read for the first stops only', async () => {
  const { told, messages, counts, onBus, calls } = await weather({ services: 8, stops: 240, duplicates: 20, functions: 3, messagesPerMinute: 1 });
  // The first by itself, and the others in one; or two by themselves, if the storm takes more than a minute.
  expect(messages).toBeLessThanOrEqual(3);
  expect(told.map(({ incident }) => incident?.notification)).toEqual(Array.from({ length: 8 }, () => 'first'));
  expect(new Set(told.map(({ service }) => service)).size).toBe(8);
  expect([...counts].sort()).toEqual(Array.from({ length: 8 }, () => 30));
  expect(onBus).toBe(240);
  const reads = Object.entries(calls).filter(([action]) => !OTHERS.test(action)).reduce((sum, [, count]) => sum + count, 0);
  expect(reads).toBeGreaterThan(0);
  expect(reads / 8).toBeLessThanOrEqual(5);
}, 180_000);
