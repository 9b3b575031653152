import { aStop, at } from './a-stop';
import { countStop } from '../../src/incidents/count-stop';
import { canBeSent, leaseNotice, noteSent, withNotice, withoutNotice } from '../../src/incidents/notice';

const NOW = at(0);
const first = countStop(undefined, aStop({ sinks: ['topic', 'chat'] }), NOW);

test('nobody sends a message that another function is sending', () => {
  expect(canBeSent(first, NOW + 59_999)).toBe(false);
  expect(canBeSent(first, NOW + 60_000)).toBe(true);
});

test('who was sending a message with a stop goes on with it when the same stop comes again', () => {
  expect(canBeSent(first, NOW + 1, 'task-0')).toBe(true);
  expect(canBeSent(first, NOW + 1, 'task-1')).toBe(false);
});

test('a lease from a clock that is hours ahead holds nothing back', () => {
  expect(canBeSent(leaseNotice(first, NOW + 3 * 3_600_000), NOW)).toBe(true);
});

test('a sink that refused is the only one that is tried again, and at once', () => {
  const refused = noteSent(first, { number: 1, sent: ['topic'], occurrences: 1 }, NOW);
  expect(refused.notice).toEqual({ kind: 'first', number: 1, due: ['chat'], uncertain: [] });
  expect(canBeSent(refused, NOW)).toBe(true);
});

test('what every sink has is told', () => {
  const told = noteSent(first, { number: 1, sent: ['topic', 'chat'], occurrences: 1 }, NOW);
  expect(told).not.toHaveProperty('notice');
  expect(told.told).toEqual({ number: 1, at: NOW, occurrences: 1 });
});

test('a message whose sender did not come back might have been sent', () => {
  expect(leaseNotice(first, NOW + 60_000).notice).toMatchObject({ due: ['topic', 'chat'], uncertain: ['topic', 'chat'] });
});

test('a late confirmation does not touch the next message', () => {
  const next = withNotice(first, 'escalated', ['topic']);
  expect(noteSent(next, { number: 1, sent: ['topic'], occurrences: 1 }, NOW)).toBe(next);
  expect(next.notice).toMatchObject({ number: 2 });
});

test('without a message there is nothing to send and nothing to drop', () => {
  const told = noteSent(first, { number: 1, sent: ['topic', 'chat'], occurrences: 1 }, NOW);
  expect(canBeSent(told, NOW)).toBe(false);
  expect(leaseNotice(told, NOW)).toBe(told);
  expect(withoutNotice(told)).toEqual(told);
});

test('the number of a message that is dropped is not given to the next', () => {
  expect(withNotice(withoutNotice(first), 'reopened', ['topic']).notice).toMatchObject({ number: 2 });
});
