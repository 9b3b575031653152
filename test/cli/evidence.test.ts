import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { file, hardenedFargate } from './run-cli';
import { event, OUT_OF_MEMORY, RATE_LIMIT } from './stops';

test('the evidence of each stop is printed, in input order', () => {
  const outcome = hardenedFargate(['evidence', file('event.json', event(OUT_OF_MEMORY)), file('tasks.json', { tasks: [RATE_LIMIT, OUT_OF_MEMORY] })]);
  expect(outcome).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(outcome.stdout)).toMatchObject([
    { cluster: 'prod', service: 'shop', task: { containers: [{ exitCode: 137 }] } },
    { task: { stopCode: 'TaskFailedToStart' } },
    { task: { stopCode: 'EssentialContainerExited' } },
  ]);
});

test.each([[[]], [['-']]])('standard input is read with the files %j', files => {
  expect(JSON.parse(hardenedFargate(['evidence', ...files], { input: JSON.stringify(RATE_LIMIT) }).stdout)).toMatchObject([{ account: '111122223333' }]);
});

test('secrets are always redacted, email addresses on demand', () => {
  const input = JSON.stringify({ task: { ...OUT_OF_MEMORY, stoppedReason: 'Stopped by jane@example.com with DB_PASSWORD=hunter2' }, logTail: ['token=s3cr3t-v4lue'] });
  const [usual, discreet] = [['evidence'], ['evidence', '--redact-emails']].map(args => hardenedFargate(args, { input }).stdout);
  expect(usual).toContain('DB_PASSWORD=[redacted password #1]');
  expect(usual).toContain('jane@example.com');
  expect(usual + discreet).not.toMatch(/hunter2|s3cr3t/);
  expect(discreet).not.toContain('jane@example.com');
});

test('the printed evidence of a task leads to the same diagnosis again', () => {
  const stop = readFileSync(resolve('examples/stops/secret-unreachable.json'));
  const printed = hardenedFargate(['evidence'], { input: stop }).stdout;
  const [again, first] = [printed, stop].map(input => JSON.parse(hardenedFargate(['diagnose', '--json'], { input }).stdout));
  expect(first).toMatchObject([{ cause: 'init/network' }]);
  expect(again).toMatchObject([{ cause: 'init/network', confidence: first[0].confidence, clues: first[0].clues }]);
});

test('what cannot be read is named, and takes no other input with it', () => {
  const { status, stdout, stderr } = hardenedFargate(['evidence', file('bad.json', '{'), file('stop.json', OUT_OF_MEMORY)]);
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringMatching(/^bad\.json:1:2: not JSON/) });
  expect(JSON.parse(stdout)).toHaveLength(1);
});
