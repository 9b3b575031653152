import { fitOneScreen, type Paragraph } from '../../src/report/one-screen';

const paragraph = (heading: string, ...items: readonly (readonly string[])[]): Paragraph => ({ heading, items });
const headings = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ heading, items }) => `${heading} ${items.length}`);

const why = paragraph('why', ['a'], ['b'], ['c']);
const todo = paragraph('do', ['1', 'x'], ['2', 'x']);
const instead = paragraph('instead', ['i']);
const prevented = paragraph('prevented', ['p', 'p', 'p', 'p']);
const unknown = paragraph('unknown', ['u']);

test('what fits is not folded', () => {
  expect(fitOneScreen([why, todo], [instead], 14)).toEqual({ above: [why, todo, instead], below: [] });
});

test('paragraphs without items take no room', () => {
  expect(fitOneScreen([why, paragraph('nothing')], [paragraph('nothing')], 5)).toEqual({ above: [why], below: [] });
});

test('beside the main paragraphs those stay that fit as a whole, in their order', () => {
  const { above, below } = fitOneScreen([why, todo], [instead, prevented, unknown], 18);
  expect(headings(above)).toEqual(['why 3', 'do 2', 'instead 1']);
  expect(headings(below)).toEqual(['prevented 1', 'unknown 1']);
});

test('main paragraphs give up their last items, the longest of them first, and go on below the fold', () => {
  const { above, below } = fitOneScreen([why, todo], [instead], 11);
  expect(headings(above)).toEqual(['why 1', 'do 2']);
  expect(headings(below)).toEqual(['why, continued 2', 'instead 1']);
  expect(below[0].items).toEqual([['b'], ['c']]);
});

test('nothing is lost, and each main paragraph keeps an item, however little room there is', () => {
  const { above, below } = fitOneScreen([why, todo], [instead, prevented], 0);
  expect(headings(above)).toEqual(['why 1', 'do 1']);
  expect([...above, ...below].flatMap(({ items }) => items)).toHaveLength(7);
});
