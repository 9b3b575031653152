import { askSecretlint } from './ask-secretlint';
import { KNOWN_TO_SECRETLINT, samplesOf, UNKNOWN_TO_SECRETLINT } from './sample-secrets';
import { SECRET_SHAPES } from '../../../src/aws/secret-shapes';
import { redact } from '../../../src/evidence/clean/redact';

/** Where a secret may stand; nothing around it says that it is one. */
const CONTEXTS: Readonly<Record<string, (text: string) => string>> = {
  'alone': text => text,
  'in a sentence': text => `the service refused ${text} with status 401`,
  'in quotes': text => `unexpected value '${text}'`,
  'as a setting': text => `VALUE=${text} PORT=8080`,
  'in JSON': text => JSON.stringify({ level: 'error', value: text, port: 8080 }),
  'on a line of its own in JSON': text => JSON.stringify({ message: `refused:\n${text}\nwith status 401` }),
  'in a header': text => `> X-Value: ${text}\n> Accept: */*`,
  'in a query': text => `GET https://api.example.com/v1/things?value=${text}&page=2 401`,
  'behind an escape': text => `GET /v1/things?value%3D${text} 401`,
};

const inEveryContext = (text: string): readonly string[] => Object.values(CONTEXTS).map(stand => stand(text));

const withSamples = (forms: Readonly<Record<string, readonly RegExp[]>>) =>
  Object.entries(forms).map(([whose, shapes]) => ({ whose, samples: shapes.flatMap(shape => samplesOf(shape)) }));

const KNOWN = withSamples(KNOWN_TO_SECRETLINT);
const UNKNOWN = withSamples(UNKNOWN_TO_SECRETLINT);

describe('secretlint, which knows secrets independently of us,', () => {
  const before = new Map<string, readonly string[]>();
  const after = new Map<string, readonly string[]>();
  let knows: readonly string[] = [];

  beforeAll(() => {
    const raw = KNOWN.flatMap(({ samples }) => samples.map(({ text }) => text));
    const redacted = raw.flatMap(text => inEveryContext(text).map(shown => redact(shown)));
    const answer = askSecretlint([...raw, ...redacted]);
    knows = answer.knows;
    raw.forEach((text, index) => before.set(text, answer.found[index]));
    redacted.forEach((text, index) => after.set(text, answer.found[raw.length + index]));
  });

  test('has a sample here for everybody whom it knows', () => {
    expect(Object.keys(KNOWN_TO_SECRETLINT)).toEqual([...knows].sort());
  });

  test.each(KNOWN)('finds the secrets of $whose, and none after redaction', ({ whose, samples }) => {
    for (const { text } of samples) {
      expect([text, before.get(text)]).toEqual([text, expect.arrayContaining([whose])]);
      for (const redacted of inEveryContext(text).map(shown => redact(shown))) expect([redacted, after.get(redacted)]).toEqual([redacted, []]);
    }
  });
});

test.each([...KNOWN, ...UNKNOWN])('the secrets of $whose are gone, wherever they stood', ({ samples }) => {
  for (const { text, secret } of samples) {
    for (const redacted of inEveryContext(text).map(shown => redact(shown))) expect(redacted).not.toContain(secret);
  }
});

const SHAPES = SECRET_SHAPES.map(([whose, begins, follows]) => ({ whose, begins, follows }));

test.each(SHAPES)('the shape of a secret of $whose has a sample', ({ begins, follows }) => {
  const shape = new RegExp(`^(?:${begins.source})${follows.source}$`);
  expect([...KNOWN, ...UNKNOWN].some(({ samples }) => samples.some(({ secret }) => shape.test(secret)))).toBe(true);
});
