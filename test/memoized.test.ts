import { memoized } from '../src/memoized';

/** How often each key was worked on when the keys are asked for in this order. */
function workFor<Key extends object | string>(keys: readonly Key[], result?: unknown): readonly Key[] {
  const done: Key[] = [];
  const ask = memoized((key: Key) => {
    done.push(key);
    return result;
  });
  for (const key of keys) expect(ask(key)).toBe(result);
  return done;
}

test('work is done once for each object, even if two look alike', () => {
  const [one, other] = [{ name: 'web' }, { name: 'web' }];
  const done = workFor([one, other, one, other], 'done');
  expect([done.length, done[0] === one, done[1] === other]).toEqual([2, true, true]);
});

test('work is done once for each text', () => {
  expect(workFor(['a', 'b', 'a'], 'done')).toEqual(['a', 'b']);
});

test('that there is nothing is remembered as well', () => {
  expect(workFor(['a', 'a'], undefined)).toEqual(['a']);
});

test('functions remember apart from each other', () => {
  const [upper, lower] = [memoized((text: string) => text.toUpperCase()), memoized((text: string) => text.toLowerCase())];
  expect([upper('Web'), lower('Web')]).toEqual(['WEB', 'web']);
});
