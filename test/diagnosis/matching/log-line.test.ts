import { readLogLine } from '../../../src/diagnosis/matching/log-line';

test.each([
  ['2024-05-01 INFO cache warmed', 'quiet'],
  ['INFO: connection failed, trying again', 'loud'],
  ['Error: connect ECONNREFUSED', 'loud'],
  ['level=debug msg="looking around"', 'quiet'],
])('the line %s is %s', (line, loudness) => expect(readLogLine(line)).toEqual([{ text: line, loudness }]));

test('a line that is JSON is read by its values', () => {
  expect(readLogLine('{"level":50,"err":{"message":"connect ECONNREFUSED 10.0.1.5:5432","stack":"Error: connect\\n    at x"}}').map(({ text }) => text))
    .toEqual(['connect ECONNREFUSED 10.0.1.5:5432', 'Error: connect\n    at x']);
});

test.each([
  ['{"level":30,"msg":"x"}', 'quiet'],
  ['{"level":50,"msg":"x"}', 'loud'],
  ['{"severity":"INFO","msg":"x"}', 'quiet'],
  ['{"log.level":"error","msg":"x"}', 'loud'],
  ['{"level":null,"msg":"x"}', 'loud'],
  ['{"msg":"x"}', 'loud'],
])('%s is %s by its level', (line, loudness) => expect(readLogLine(line).map(text => text.loudness)).toContain(loudness));

test('JSON inside JSON, as a log router wraps it, is read too', () =>
  expect(readLogLine(JSON.stringify({ log: JSON.stringify({ msg: 'no such host' }), container_name: 'app' })).map(({ text }) => text)).toEqual(['no such host', 'app']));

test('what only looks like JSON is read as it stands', () => expect(readLogLine('{"half": ')).toEqual([{ text: '{"half": ', loudness: 'loud' }]));

test('a broken object is read as it stands', () => expect(readLogLine('{"a": b}')).toEqual([{ text: '{"a": b}', loudness: 'loud' }]));

test('values that are nested without end are left out', () => {
  const deep = JSON.stringify({ a: { b: { c: { d: { e: { f: 'x' } } } } } });
  expect(readLogLine(deep)).toEqual([]);
});
