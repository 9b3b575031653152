import type { Clue, Signature } from '../../src/diagnosis/model/signature';

/** A signature of which a test names only what it is about; it recognises a word anywhere in the stopped reason. */
export const aSignature = (given: Partial<Signature> & { readonly word?: string; readonly clue?: Partial<Clue> }): Signature => ({
  cause: 'exit/application-error',
  atBest: 'certain',
  retriable: false,
  says: 'The application ended with an error. Read its log.',
  toConfirm: 'Read the log.',
  reads: ['stop'],
  seenIn: [],
  clues: ({ task }) => given.word === undefined || task.stoppedReason?.includes(given.word)
    ? [{ confidence: 'certain', source: 'stoppedReason', quote: given.word ?? 'it', says: 'the reason says so', ...given.clue }]
    : [],
  actions: () => [],
  ...given,
});
