const LONGEST_MESSAGE = 300;

/** A message without what differs from one stop to the next of the same kind: ids, digests, addresses, times, counts. */
export const normalizeMessage = (message: string): string =>
  message.toLowerCase()
    .replace(/[\da-z-]+/g, withoutNumbers)
    .replace(/#(?:[.:/-]?#)+/g, '#')
    .replace(/\s+/g, ' ').trim().slice(0, LONGEST_MESSAGE);

const withoutNumbers = (word: string): string => isId(word) ? '#' : word.replace(/\d+/g, '#');

const isId = (word: string): boolean => /^[\da-f-]{8,}$/.test(word) && /\d/.test(word);
