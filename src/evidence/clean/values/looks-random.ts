/** Names and numbers that are written in a known form: words between dots or hyphens, hex digests, ids, dates, versions. */
const ORDERLY = new RegExp([
  '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}',
  '[\\da-f]+',
  '\\d[\\d.,:TZ+-]*',
  'v?\\d+\\.\\d[\\w.+-]*',
  '[a-z]{1,10}-[\\da-f]{8,17}',
].map(form => `^(?:${form})$`).join('|'), 'i');

/** Whether a word looks drawn by a generator: its letters and digits change kind all the time. */
export function looksRandom(word: string, shortest: number): boolean {
  if (word.length < shortest || ORDERLY.test(word)) return false;
  const kinds = kindsOf(word);
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  return new Set(kinds).size > 1 && kinds.includes('digit') && changes / kinds.length >= (word.length < 16 ? 0.15 : 0.25);
}

const kindsOf = (word: string): readonly string[] => [...word.replace(/[^A-Za-z\d]/g, '')]
  .map(letter => /\d/.test(letter) ? 'digit' : letter < 'a' ? 'upper' : 'lower');
