import { isOpen, parseDocument } from '../../../src/facts/account/model/policy-document';
import { UNKNOWN } from '../../../src/facts/model/fact';

const OPEN = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

test('a policy is read as JSON, and as IAM encodes it', () => {
  expect(parseDocument('{"Statement":[]}')).toEqual({ Statement: [] });
  expect(parseDocument('%7B%22Statement%22%3A%5B%5D%7D')).toEqual({ Statement: [] });
});

test('a text that is no policy is unknown; where there is none, there is none', () => {
  for (const text of ['{', '7', 'null', UNKNOWN] as const) expect(parseDocument(text)).toBe(UNKNOWN);
  for (const text of [undefined, '']) expect(parseDocument(text)).toBeUndefined();
});

test('only one statement that allows everybody everything is open', () => {
  expect(isOpen({ Statement: [OPEN] })).toBe(true);
  expect(isOpen({ Statement: { Sid: 'All', ...OPEN } })).toBe(true);
  expect(isOpen({ Statement: [OPEN, { ...OPEN, Effect: 'Deny' }] })).toBe(false);
  expect(isOpen({ Statement: [{ ...OPEN, Action: 's3:*' }] })).toBe(false);
  for (const document of [{}, undefined, UNKNOWN] as const) expect(isOpen(document)).toBe(false);
});
