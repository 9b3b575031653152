import { groupBy } from '../src/group-by';

test('items with the same key stand together, the groups and the items of each in the order in which they come', () => {
  expect([...groupBy(['bb', 'a', 'cc', 'd'], ({ length }) => length)]).toEqual([[2, ['bb', 'cc']], [1, ['a', 'd']]]);
});

test('nothing has no groups', () => {
  expect([...groupBy([], String)]).toEqual([]);
});
