import { MultiPatternSearch } from '../../../src/diagnosis/matching/multi-pattern-search';
import { phrases } from '../../../src/diagnosis/matching/phrase';

const found = (patterns: readonly string[], text: string): readonly string[] => {
  const vocabulary = new MultiPatternSearch();
  const byId = patterns.map(pattern => [vocabulary.idOf(pattern), pattern] as const);
  const ids = new Set<number>();
  vocabulary.search(text, id => ids.add(id));
  return byId.filter(([id]) => ids.has(id)).map(([, pattern]) => pattern);
};

const matches = (words: string, text: string): boolean => phrases([words]).some(({ expression }) => expression.test(text));

describe('patterns', () => {
  test('are all found in one pass, also inside each other', () =>
    expect(found(['her', 'she', 'his', 'hers'], 'ushers')).toEqual(['her', 'she', 'hers']));

  test('are found whatever the case, the quotation marks and the width of a gap', () =>
    expect(found(["can't find", 'no space'], 'CAN’T   find;\n no\u00a0 Space')).toEqual(["can't find", 'no space']));

  test('are found behind the escapes of JSON', () => expect(found(['exec: "curl"'], 'exec: \\"curl\\"')).toEqual(['exec: "curl"']));

  test('are not found across foreign letters', () => expect(found(['abc'], 'abéc ab…c')).toEqual([]));

  test('are the same when they read alike', () => {
    const vocabulary = new MultiPatternSearch();
    expect(vocabulary.idOf('Can’t')).toBe(vocabulary.idOf("can't"));
  });

  test('are found at the end of a text, and not beyond it', () => {
    const vocabulary = new MultiPatternSearch();
    const id = vocabulary.idOf('no space left');
    const ids: number[] = [];
    for (const text of ['there is no space left', 'there is no space']) vocabulary.search(text, one => ids.push(one));
    expect(ids).toEqual([id]);
  });

  test('are found in a text of any length', () => expect(found(['at the end'], `${'x'.repeat(100_000)} at the end`)).toEqual(['at the end']));

  test('are told apart by comparing where their beginnings are looked up alike', () =>
    expect(found(['403 denied', 'tps denied'], 'error 403 denied')).toEqual(['403 denied']));

  test('are refused when they are too short to be looked up', () =>
    expect(() => new MultiPatternSearch().idOf('no')).toThrow("the pattern 'no' is shorter than the 3 characters that are looked up"));
});

describe('a phrase', () => {
  test.each([
    ['failed to resolve ref…: not found', 'failed to resolve ref docker.io/acme/web:1: not found', true],
    ['failed to resolve ref…: not found', 'not found: failed to resolve ref', false],
    ['retried # time(s)', 'has been retried 5 time(s)', true],
    ['retried # time(s)', 'has been retried many time(s)', false],
    ['httpRead(er|)Seeker', 'httpReadSeeker', true],
    ['httpRead(er|)Seeker', 'httpReaderSeeker', true],
    ["don't  match", 'don’t match', true],
    ['(deployment', 'initiated by (deployment ecs-svc/1)', true],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND db', true],
    ['ENOTFOUND', 'FileNotFoundError', false],
    ['a very … long way', `a very ${'x'.repeat(700)} long way`, false],
  ])('%s reads %s: %p', (words, text, expected) => expect(matches(words, text)).toBe(expected));

  test('needs a part to search by', () => expect(() => phrases(['#…'])).toThrow("the phrase '#…' has no part of at least 3 characters to search by"));
});
