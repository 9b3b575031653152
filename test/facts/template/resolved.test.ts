import { UNKNOWN } from '../../../src/facts/model/fact';
import { asBoolean, asList, asNumber, asObject, asString, at, isWhole, orElse } from '../../../src/facts/template/source/resolved';

test('CloudFormation takes numbers and truth values also as texts', () => {
  expect(asNumber('120')).toBe(120);
  expect(asBoolean('true')).toBe(true);
  expect(asBoolean('False')).toBe(false);
  expect(asString(8080)).toBe('8080');
});

test('a value of another kind is unknown and no error', () => {
  expect(asNumber('1024 MB')).toBe(UNKNOWN);
  expect(asNumber([1])).toBe(UNKNOWN);
  expect(asBoolean('${S/A.Ref}')).toBe(UNKNOWN);
  expect(asString({ a: 1 })).toBe(UNKNOWN);
  expect(asList('a,b')).toBe(UNKNOWN);
  expect(asObject(['a'])).toBe(UNKNOWN);
});

test('what is absent stays absent, except that a list is then empty', () => {
  expect([asNumber(undefined), asBoolean(undefined), asString(undefined), asObject(undefined)]).toEqual([undefined, undefined, undefined, undefined]);
  expect(asList(undefined)).toEqual([]);
  expect(orElse(asBoolean(undefined), true)).toBe(true);
  expect(orElse(asBoolean(UNKNOWN), true)).toBe(UNKNOWN);
});

test('names lead into nested properties until something is absent or unknown', () => {
  expect(at({ a: { b: 'c' } }, 'a', 'b')).toBe('c');
  expect(at({ a: {} }, 'a', 'b', 'c')).toBeUndefined();
  expect(at({ a: UNKNOWN }, 'a', 'b')).toBe(UNKNOWN);
  expect(at({ a: 'text' }, 'a', 'b')).toBe(UNKNOWN);
});

test('a text with a hole in it is not whole', () => {
  expect(isWhole('arn:${AWS::Partition}:x')).toBe(true);
  expect(isWhole('arn:${?}:x')).toBe(false);
});
