import { inBatches } from '../src/in-batches';

test('every item is in one batch, in its order, and only the last batch is smaller', () => {
  expect(inBatches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inBatches([1, 2], 2)).toEqual([[1, 2]]);
  expect(inBatches([], 2)).toEqual([]);
});
