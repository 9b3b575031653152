import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nspell from 'nspell';
import { DOCSTRINGS } from './docstrings';
import { DOCUMENTS, ROOT, withoutBlocks } from './documents';

const DICTIONARY = join(ROOT, 'node_modules', 'dictionary-en');

/** The words of AWS, of programs and of this project that no dictionary has. */
const OWN_WORDS = readFileSync(join(__dirname, 'words.txt'), 'utf8').split('\n').filter(word => word !== '');

const spelling = nspell(readFileSync(join(DICTIONARY, 'index.aff'), 'utf8'), readFileSync(join(DICTIONARY, 'index.dic'), 'utf8'));
for (const word of OWN_WORDS) spelling.add(word);

// API.md is made of docstrings, and of those of the CDK.
test.each([...DOCUMENTS.filter(({ file }) => file !== 'API.md'), ...DOCSTRINGS])('every word of $file is spelled as in American English', ({ text }) => {
  expect([...new Set(wordsOf(text))].filter(word => !spelling.correct(word))).toEqual([]);
});

test('a word in British spelling, or with two letters changed, is found', () => {
  expect(['recognised', 'behaviour', 'depolyment'].filter(word => spelling.correct(word))).toEqual([]);
});

test('the list of words holds none that the dictionary has, and each only once', () => {
  const dictionary = nspell(readFileSync(join(DICTIONARY, 'index.aff'), 'utf8'), readFileSync(join(DICTIONARY, 'index.dic'), 'utf8'));
  expect(OWN_WORDS.filter((word, index) => dictionary.correct(word) || OWN_WORDS.indexOf(word) !== index)).toEqual([]);
});

/** The words of sentences: no code, no addresses, no names of files, and no identifiers. */
function wordsOf(text: string): readonly string[] {
  const sentences = withoutBlocks(text)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(`+)[\s\S]*?\1/g, ' ')
    .replace(/<br>/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<?https?:\/\/[^\s)>]+>?/g, ' ')
    .replace(/"[^"\n]*"/g, ' ');
  return (sentences.match(/[\p{L}\p{N}_$./:@#*-]*[\p{L}](?:[\p{L}\p{N}_$./:@#*’'-]*[\p{L}\p{N}])?/gu) ?? [])
    .filter(word => /^\p{L}[\p{Ll}’']*(?:-\p{L}[\p{Ll}’']*)*$/u.test(word))
    .flatMap(word => word.split('-'))
    .map(word => word.replace(/[’']s?$/, ''))
    .filter(word => word.length > 1);
}
