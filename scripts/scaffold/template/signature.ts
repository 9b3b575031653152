import { tailLogs } from '../../../src/diagnosis/advice/commands';
import { inStopReason } from '../../../src/diagnosis/matching/wording';
import type { Signature } from '../../../src/diagnosis/model/signature';

export const newSignature: Signature = {
  cause: 'unknown',
  atBest: 'likely',
  retriable: false,
  says: 'TODO: what happened, in the past tense. What to do.',
  toConfirm: 'TODO: <Check>. If <result>, the cause is <this>; otherwise <another>.',
  reads: ['stop'],
  seenIn: [{ stoppedReason: 'TODO: a real message, as ECS showed it' }],
  clues: inStopReason({ sure: 'likely', says: 'TODO: what the quoted words prove', words: ['TODO the words that decide'] }),
  actions: evidence => [
    { title: 'TODO: <Verb> <object> [to <purpose>].', commands: [tailLogs(evidence)], prop: null },
  ],
};
