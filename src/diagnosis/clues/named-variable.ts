import type { Evidence } from '../../evidence/model/evidence';
import { readingOf } from '../matching/passages';
import { quoteLine } from '../matching/quote';
import { logMayHold } from '../matching/wording';
import type { Clue } from '../model/signature';

const NAME = '\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b';
const MISSED_AFTER = [
  'is not defined',
  'not set',
  'undefined',
  'missing',
  'required',
  'must be (?:set|provided|defined)',
  'not provided',
  'is empty',
  'be empty',
  'unset',
];
const MISSED_BEFORE = [
  '[Mm]issing',
  '[Uu]ndefined',
  '[Pp]lease (?:set|provide|define)',
  '[Mm]ust (?:set|provide|define)',
  '[Nn]eed to set',
  '[Rr]equires?',
];

/** A name like `DATABASE_URL` beside words that miss it, whatever the language. */
const MISSED = [
  new RegExp(`${NAME}["'\`]?.{0,40}?\\b(?:${MISSED_AFTER.join('|')})\\b`),
  new RegExp(`\\b(?:${MISSED_BEFORE.join('|')})\\b.{0,40}?${NAME}`),
];

const missesSomething = logMayHold(
  'is not defined',
  'not set',
  'undefined',
  'missing',
  'is required',
  'must be set',
  'must be provided',
  'must be defined',
  'not provided',
  'is empty',
  'be empty',
  'Please set',
  'Please provide',
  'must set',
  'must provide',
  'need to set',
  'requires',
);

/** A variable of the environment that a line of the log names and misses. */
export function namedVariable(evidence: Evidence): readonly Clue[] {
  if (!missesSomething(evidence)) return [];
  for (const { text, limit } of readingOf(evidence).log.all) {
    const match = MISSED.map(pattern => pattern.exec(text)).find(found => found !== null);
    if (match && !NOT_THE_APPLICATIONS.test(match[0])) {
      return [
        {
          confidence: limit === 'possible' ? limit : 'likely',
          source: 'log',
          quote: quoteLine(text, match.index, match.index + match[0].length),
          says: 'an environment variable is missing',
        },
      ];
    }
  }
  return [];
}

const NOT_THE_APPLICATIONS = /ALLOWED_HOSTS|\bERR_|MODULE_NOT_FOUND|\bAWS_|\bSSL_|CERTIFICATE|\bE_|_ERROR\b/;
