import { occupiedUntil } from '../../src/incidents/message-rate';

const NOW = 1_800_000_000_000;
const SECOND = 1_000;

/** At which of these milliseconds a message is sent. */
function sentAt(times: readonly number[], messagesPerMinute: number): readonly number[] {
  let occupied: number | undefined;
  return times.filter(time => {
    const until = occupiedUntil(occupied, NOW + time, messagesPerMinute);
    occupied = until ?? occupied;
    return until !== undefined;
  });
}

const everySecond = Array.from({ length: 121 }, (_, second) => second * SECOND);

test('after a pause, five messages go out at once', () => {
  expect(sentAt([0, 0, 0, 0, 0, 0, 0], 10)).toEqual([0, 0, 0, 0, 0]);
});

test('then one for each part of a minute', () => {
  const seconds = sentAt([0, 0, 0, 0, 0, ...everySecond], 10).map(time => time / SECOND);
  expect(seconds).toEqual([0, 0, 0, 0, 0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60, 66, 72, 78, 84, 90, 96, 102, 108, 114, 120]);
});

test('where one message a minute is allowed, no two go out at once', () => {
  expect(sentAt([0, 0, ...everySecond], 1)).toEqual([0, 60_000, 120_000]);
});

test('at the highest rate, no second has as many as AWS takes amiss', () => {
  const often = Array.from({ length: 6_000 }, (_, index) => index * 10);
  const sent = sentAt(often, 60);
  const most = Math.max(...sent.map(first => sent.filter(time => time >= first && time < first + SECOND).length));
  expect(most).toBe(5);
});

test('a clock that was hours ahead holds no message back', () => {
  expect(occupiedUntil(NOW + 3 * 3_600_000, NOW, 10)).toBe(NOW + 6_000);
});
