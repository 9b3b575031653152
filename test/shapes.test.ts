import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHAPES } from './shapes';

const DOCUMENT = readFileSync(join(__dirname, '..', 'docs', 'SHAPES.md'), 'utf8');
const CODE = readFileSync(join(__dirname, 'shapes.ts'), 'utf8').replace(/^ {4}/gm, '');

const BLOCKS = [...DOCUMENT.matchAll(/<!-- (\w+) -->\n```ts\n([^]*?)\n```/g)].map(([, name, code]) => [name, code] as const);

test('every piece of code in the document is one that is compiled and synthesized', () => {
  expect(BLOCKS.map(([name]) => name).sort()).toEqual(Object.keys(SHAPES).sort());
  expect(DOCUMENT.match(/^```ts$/gm)).toHaveLength(BLOCKS.length);
  for (const [, code] of BLOCKS) expect(CODE).toContain(code);
});

test('every link of its table leads to a heading', () => {
  const headings = [...DOCUMENT.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading.toLowerCase().replace(/ /g, '-'));
  for (const [, anchor] of DOCUMENT.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(anchor);
});
