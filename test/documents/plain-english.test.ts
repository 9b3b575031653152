import { docstringsOf, DOCSTRINGS } from './docstrings';
import { DOCUMENTS, withoutBlocks } from './documents';

// API.md is made of docstrings, and of those of the CDK.
const WRITTEN = [...DOCUMENTS.filter(({ file }) => file !== 'API.md'), ...DOCSTRINGS];

const MOST_WORDS = 30;

/** Words that are not those of AWS's documentation. */
const UNUSUAL = /\b(?:whoever|nobody|somebody|everybody|mend(?:s|ed)?|anew|for ever|all the same|in vain)\b/gi;

test.each(WRITTEN)(`no sentence of $file has more than ${MOST_WORDS} words`, ({ text }) => {
  expect(sentencesOf(text).filter(sentence => wordsOf(sentence) > MOST_WORDS)).toEqual([]);
});

test.each(WRITTEN)('$file uses the words of AWS documentation', ({ text }) => {
  expect(withoutBlocks(text).match(UNUSUAL) ?? []).toEqual([]);
});

test('a long sentence is seen, also in a table', () => {
  const long = `${'word '.repeat(31).trim()}.`;
  expect([long, `| a | ${long} |`].map(text => sentencesOf(text).filter(sentence => wordsOf(sentence) > MOST_WORDS).length)).toEqual([1, 1]);
});

test('a docstring is seen without its tags, stars and example', () => {
  expect(docstringsOf(`
  /**
   * A noun phrase,
   * which goes on.
   *
   * @default - none
   * @example
   * new Thing();
   */
  readonly thing?: string; /** Another. */`).split('\n').filter(line => line !== '')).toEqual(['A noun phrase, which goes on.', 'none', 'Another.']);
});

/** Each sentence of a text; a code span is one word. */
function sentencesOf(text: string): readonly string[] {
  const plain = withoutBlocks(text).replace(/<!--[\s\S]*?-->/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/`[^`]*`/g, 'X');
  return plain.split('\n').flatMap(line => line.startsWith('|') ? line.split('|') : [line]).flatMap(line => line.split(/(?<=[.!?:])\s+|; /));
}

const wordsOf = (sentence: string): number => (sentence.match(/[A-Za-z0-9’'-]+/g) ?? []).length;
