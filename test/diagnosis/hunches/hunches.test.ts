import { SIGNATURES } from '../../../src/diagnosis/catalogue';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { LOG_TOPICS } from '../../../src/diagnosis/hunches/log-topics';
import { STOP_FAMILIES } from '../../../src/diagnosis/hunches/stop-families';
import type { Sighting } from '../../../src/diagnosis/model/signature';
import { evidenceOfSighting } from '../sighting';

const seen = (sighting: Sighting) => {
  const { cause, confidence, clues, alternatives } = diagnose(evidenceOfSighting(sighting));
  return { cause, confidence, quote: clues[0]?.quote, named: [cause, ...alternatives.map(alternative => alternative.cause)] };
};

test.each([
  ['zorblatt: broker wants SASL_SSL, peer spoke plain; giving up with ERROR 7', 'app/dependency-tls'],
  ['[E] frobnicator could not listen at 0.0.0.0:443, access is forbidden', 'app/port-privileged'],
  ['FAILED to talk to the upstream within 30s', 'app/dependency-unreachable'],
  ['quux error: credential check of user shop was rejected', 'app/dependency-auth'],
  ['critical: cannot append to journal, owner is somebody else', 'app/file-permission'],
  ['plugin "geo" was not installed', 'app/missing-module'],
  ['blargh error: option "region" is required', 'app/missing-config'],
  ['error 0x17 in frame 9', 'exit/application-error'],
])('the unknown words %j are named for what they sound like, and no more than possible: %s', (line, cause) => {
  expect(seen({ log: ['ready', line] })).toMatchObject({ cause, confidence: 'possible', quote: line });
});

test('the last error counts before the earlier ones', () => {
  expect(seen({ log: ['glorp error: value of "x" is malformed', 'glorp error: plugin "y" was not installed'] }).named.slice(0, 2)).toEqual(['app/missing-module', 'exit/application-error']);
});

test('frames of a stack, and what is said in passing, sound like nothing', () => {
  expect(seen({ log: ['    at connect (/app/error-handler.js:3:1)', '2026-11-03 INFO retrying connection later'] }).cause).toBe('unknown');
});

test('unknown words of ECS get no name, and the causes that are told in such words stand beside', () => {
  expect(seen({ stoppedReason: 'ResourceInitializationError: the frobnicator of the log driver is out of tune' }).named)
    .toEqual(expect.arrayContaining(['init/log-network']));
  expect(seen({ stoppedReason: 'TotallyNewError: the volume went for a walk' }).named).toEqual(['unknown', 'init/volume', 'init/storage']);
});

test('of a program that only ended with an error, the last error of its log is quoted, or else its last line', () => {
  const cluesOf = (log: readonly string[]) => diagnose(evidenceOfSighting({ exitCode: 1, log })).clues.filter(({ source }) => source === 'log');
  expect(cluesOf(['ready', 'zorblatt gave up', 'bye'])).toEqual([{ source: 'log', quote: 'zorblatt gave up', says: 'the last error in its log' }]);
  expect(cluesOf(['ready', 'bye'])).toEqual([{ source: 'log', quote: 'bye', says: 'the last line of its log' }]);
});

test('a new reason of ECS stays unknown, whatever the log says, which stands beside it', () => {
  const { cause, named } = seen({ stoppedReason: 'TotallyNewError: the moon is full', log: ['zorblatt: credential check of user shop was rejected'] });
  expect(cause).toBe('unknown');
  expect(named).toContain('app/dependency-auth');
});

test('what is certain is not surrounded by guesses', () => {
  expect(seen({ stoppedReason: 'CannotPullContainerError: failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1: not found' }).named).toEqual(['pull/image-not-found']);
});

test('an ordinary stop is not surrounded by guesses', () => {
  expect(seen({ stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)', stopCode: 'ServiceSchedulerInitiated', log: ['error: connection closed'] }).named).toEqual(['stop/deployment', 'stop/scale-in']);
});

test('a person looks at three causes at most, unless the words name more', () => {
  expect(seen({ log: ['Error: connect ECONNREFUSED 10.0.3.7:6379', 'fatal: certificate of user is not valid, config is missing'] }).named).toHaveLength(3);
});

test('a Kafka client that takes TLS for a huge message does not lack memory', () => {
  const log = ['java.lang.OutOfMemoryError: Java heap space', '\tat org.apache.kafka.common.network.NetworkReceive.readFrom(NetworkReceive.java:93)'];
  expect(seen({ log }).named).toEqual(['app/dependency-tls', 'memory/container-limit', 'memory/app-heap']);
});

test('no cause is often confused with itself', () => {
  expect(SIGNATURES.filter(({ cause, oftenConfused = [] }) => oftenConfused.includes(cause))).toEqual([]);
});

test('each topic of a log, and each family of reasons, belongs to a signature', () => {
  const topics = SIGNATURES.flatMap(({ logTopics = [] }) => logTopics);
  const families = SIGNATURES.flatMap(({ stopFamilies = {} }) => Object.keys(stopFamilies));
  expect(LOG_TOPICS.map(({ name }) => name).filter(name => !topics.includes(name))).toEqual([]);
  expect(STOP_FAMILIES.map(({ name }) => name).filter(name => !families.includes(name))).toEqual([]);
});

test.each(STOP_FAMILIES.map(({ name }) => name))('the causes of the family "%s" have places from the first to the last', family => {
  const places = SIGNATURES.flatMap(({ stopFamilies }) => stopFamilies?.[family] ?? []).sort((a, b) => a - b);
  expect(places).toEqual(places.map((_, index) => index + 1));
});
