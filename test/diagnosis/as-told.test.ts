import { evidenceOfSighting } from './sighting';
import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import type { Sighting } from '../../src/diagnosis/model/signature';
import { isEvidence, readEvidence } from '../../src/evidence/read/read-evidence';
import { readPlainText } from '../../src/evidence/text/read-plain-text';

const FIELDS = ['stoppedReason', 'containerReason', 'serviceEvent'] as const;

const isCertain = (sighting: Sighting): boolean => diagnose(evidenceOfSighting(sighting)).confidence === 'certain';

/** Every message without which a cause would not be certain, with the stop that it was read in. */
const MESSAGES = SIGNATURES.flatMap(({ cause, seenIn }) => seenIn.flatMap(sighting =>
  FIELDS.flatMap(field => sighting[field] !== undefined && isCertain(sighting) && !isCertain({ ...sighting, [field]: undefined })
    ? [{ cause, sighting, field, message: sighting[field] }]
    : [])));

function wrappedAt(width: number, text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

const WAYS_TO_TELL: Readonly<Record<string, (message: string) => string>> = {
  'cut before its end': message => `${message.slice(0, Math.ceil(message.length * 0.8))}...`,
  'cut by an ellipsis': message => `${message.slice(0, -2)}…`,
  'cut at its beginning': message => `…${message.slice(3)}`,
  'marked as cut': message => `${message} [truncated]`,
  'wrapped at 60': message => wrappedAt(60, message),
  'wrapped at 80': message => wrappedAt(80, message),
  'broken in words': message => message.replace(/[^]{50}(?=[^])/g, '$&\n'),
  'said by somebody': message => `We keep getting ${message} when the task starts`,
  'in the words of a question': message => `Does anyone know ${message}?`,
  'as an error that is seen': message => `The error is: ${message}`,
  'by hearsay': message => `My colleague says it stopped with "${message}" or so`,
};

const told = (sighting: Sighting, field: typeof FIELDS[number], text: string): Diagnosis =>
  diagnose(evidenceOfSighting({ ...sighting, [field]: text }));

test('there are more than a hundred such messages', () => expect(MESSAGES.length).toBeGreaterThan(100));

describe.each(Object.entries(WAYS_TO_TELL))('a message %s', (_, tell) => {
  const changed = MESSAGES.map(each => ({ ...each, text: tell(each.message) })).filter(({ message, text }) => text !== message);

  test('makes no cause certain', () => {
    expect(changed.filter(({ sighting, field, text }) => told(sighting, field, text).confidence === 'certain').map(({ cause, text }) => `${cause}: ${text}`)).toEqual([]);
  });

  test('makes no cause certain where the text alone is pasted', () => {
    const pasted = changed.flatMap(({ cause, text }) => (readPlainText(text, isEvidence)?.values ?? []).flatMap(value => readEvidence(value))
      .map(evidence => diagnose(evidence)).filter(({ confidence }) => confidence === 'certain').map(() => `${cause}: ${text}`));
    expect(pasted).toEqual([]);
  });
});

test.each(['wrapped at 80', 'said by somebody', 'as an error that is seen', 'marked as cut'])('a message %s still leads to its cause', way => {
  const lost = MESSAGES.filter(({ cause, sighting, field, message }) => {
    const { cause: first, alternatives } = told(sighting, field, WAYS_TO_TELL[way](message));
    return ![first, ...alternatives.slice(0, 2).map(one => one.cause)].includes(cause);
  });
  expect(lost.map(({ cause, message }) => `${cause}: ${message}`)).toEqual([]);
});

test('a reason that a terminal wrapped is read to its end', () => {
  const [{ task }] = readPlainText(wrappedAt(60, 'CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref '
    + 'docker.io/acme/web:1.2.3: docker.io/acme/web:1.2.3: not found'), isEvidence)?.values as readonly { task: { stoppedReason: string } }[];
  expect(task.stoppedReason.replace(/\n/g, ' ')).toContain('docker.io/acme/web:1.2.3: not found');
});

test('of no whole message it is said that it is cut', () => {
  const said = SIGNATURES.flatMap(({ seenIn }) => seenIn).filter(sighting => {
    const texts = FIELDS.map(field => sighting[field] ?? '');
    return texts.every(text => !/(?:\.{3}|…|:\s*)$/.test(text)) && diagnose(evidenceOfSighting(sighting)).confidence === 'certain'
      && diagnose(evidenceOfSighting(sighting)).clues.some(({ says }) => /\bcut\b/.test(says ?? ''));
  });
  expect(said).toEqual([]);
});
