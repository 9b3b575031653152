import * as fc from 'fast-check';
import { isReadable } from './is-readable';
import { FRAMES, surroundingsOf } from './surroundings';
import { redactWhole } from '../../../src/evidence/clean/redact';
import { SEED } from '../../fuzz';
import { cases as others } from '../data/other-secrets.json';
import { cases as printed } from '../data/printed-secrets.json';
import { cases as sample } from '../data/secrets.json';

/** Of the first sample in two hundred surroundings each, of the second in fifty, of what programs print in twenty. */
const surroundingsFor = (index: number): number => index < sample.length ? 200 : index < sample.length + others.length ? 50 : 20;

const cases = [...sample, ...others, ...printed];
const secrets = cases.filter(({ kind }) => kind !== 'innocent' && kind !== 'pii');
const innocent = cases.filter(({ kind }) => kind === 'innocent');

/** What a reader gets to see of a text in JSON, in JSON in JSON, or as it is. */
const waysToWrite = (text: string): readonly string[] => {
  const once = JSON.stringify(text).slice(1, -1);
  return [text, once, JSON.stringify(once).slice(1, -1), text.replace(/"/g, '""')];
};

/** The lines of a text, because a frame may put something before each. */
const survives = (text: string, output: string): boolean =>
  text.split('\n').every(line => waysToWrite(line.trimEnd()).some(written => output.includes(written)));

describe('of the secrets of all samples, put under other names into other forms,', () => {
  const tried = secrets.flatMap(({ id, kind, secret }, index) =>
    fc.sample(surroundingsOf(secret), { numRuns: surroundingsFor(index), seed: SEED + index }).map(({ told, put }) => ({
      told: `${id} as ${told}`, kind, isKept: !isReadable(secret, redactWhole(put(secret))),
    })));
  const leaked = tried.filter(({ isKept }) => !isKept);

  test('at most one in five thousand can be read', () => {
    expect(leaked.map(({ told }) => told).slice(Math.floor(tried.length / 5000))).toEqual([]);
  });

  test.each(['aws', 'header', 'token', 'vendor', 'key'])('at most one in a thousand of the kind %s can be read', kind => {
    const ofKind = tried.filter(one => one.kind === kind);
    expect(leaked.filter(one => one.kind === kind).map(({ told }) => told).slice(Math.ceil(ofKind.length / 1000))).toEqual([]);
  });
});

describe.each(Object.entries(FRAMES))('in %s', (_frame, around) => {
  test('no text of the samples shows its secret', () => {
    expect(secrets.filter(({ text, secret }) => isReadable(secret, redactWhole(around(text)))).map(({ id }) => id)).toEqual([]);
  });

  test('no innocent text is damaged', () => {
    const damaged = innocent.filter(({ text, secret }) => !survives(secret, redactWhole(around(text))));
    expect(damaged.map(({ id }) => id)).toEqual([]);
  });
});

const INNOCENT_NAMES = ['message', 'path', 'requestId', 'image', 'taskArn', 'status', 'url', 'host', 'reason', 'version', 'event', 'rule'];

test('an innocent text stays whole under innocent names, whatever the form', () => {
  const damaged = innocent.flatMap(({ id, secret }, index) =>
    fc.sample(surroundingsOf(secret, fc.constantFrom(...INNOCENT_NAMES)), { numRuns: surroundingsFor(index), seed: SEED + index })
      .filter(({ put }) => redactWhole(put(secret)).includes('[redacted')).map(({ told }) => `${id} as ${told}`));
  expect(damaged).toEqual([]);
});
