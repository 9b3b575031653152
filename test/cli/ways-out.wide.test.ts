import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { file, hardenedFargate } from './run-cli';
import { asShown } from '../../src/guardrails/as-shown';
import type { Finding } from '../../src/guardrails/evaluate';

const SECRET = 'DB_PASSWORD=hunter2hunter2';
/** A color, an override of the direction, a zero-width blank, a variation selector and a filler of Hangul. */
const UNSEEN = '\u001b[31m\u202e\u200b\ufe0f\u3164';

test.each([
  ['a file that is missing', ['diagnose', `${SECRET}.json`], ''],
  ['a template that is missing', ['guardrails', '--template', `${SECRET}.json`], ''],
  ['facts of a template that is missing', ['facts', '--template', `${SECRET}.json`], ''],
  ['an option that is unknown', ['diagnose', `--${SECRET}`], ''],
  ['an input that is refused', ['diagnose'], JSON.stringify(SECRET)],
  ['a field of an input that is refused', ['evidence'], JSON.stringify({ [SECRET]: 1 })],
  ['what is printed of evidence', ['evidence'], JSON.stringify({ logTail: [SECRET] })],
  ['what is diagnosed', ['diagnose', '--json'], JSON.stringify({ logTail: [SECRET] })],
])('%s shows no secret', (_what, args, input) => {
  const { stdout, stderr } = hardenedFargate(args, { input });
  expect(stdout + stderr).not.toContain('hunter2');
  expect(stdout + stderr).toContain('[redacted password #1]');
});

test.each([['diagnose', []], ['evidence', []], ['guardrails', ['--template']], ['facts', ['--template']]])('%s names a file without signs that a terminal obeys', (command, option) => {
  const { stderr } = hardenedFargate([command, ...option, `no${UNSEEN}file\nsuch.json`]);
  expect(stderr).toContain('nofile\\nsuch.json: no such file');
  expect(stderr).not.toMatch(/[\u001b\u202e\u200b\ufe0f\u3164]/);
});

test('a finding quotes a template without secrets, and names its place without signs that a terminal obeys', () => {
  const finding = { rule: {}, level: 'error', at: { path: `S/${UNSEEN}x`, property: 'P' }, seen: 'the command is \'app --password hunter2hunter2\'' };
  expect(asShown(finding as unknown as Finding)).toMatchObject({ at: { path: 'S/x' }, seen: "the command is 'app --password [redacted password #1]'" });
});

test('personal data is redacted on demand', () => {
  const input = JSON.stringify({ task: { stopCode: 'TaskFailedToStart', stoppedReason: 'card 4242 4242 4242 4242 of jane@example.com from 203.0.113.77' } });
  for (const command of ['diagnose', 'evidence']) {
    expect(hardenedFargate([command, '--redact-personal-data'], { input }).stdout).not.toMatch(/4242|jane|203\.0/);
    expect(hardenedFargate([command], { input }).stdout).toMatch(/4242 4242/);
  }
});

test('commands are quoted for PowerShell on demand', () => {
  const input = JSON.stringify({ task: { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: manifest for 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1 not found', group: "service:it's" }, cluster: "o'brien" });
  const { stdout } = hardenedFargate(['diagnose', '--json', '--shell', 'powershell'], { input });
  expect(stdout).not.toContain("'\\\\''");
});

const sources = readdirSync('src/cli', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => join('src/cli', name));

test('messages go to standard error by one function, which redacts them', () => {
  const writers = sources.filter(source => /stderr\.write|console\./.test(readFileSync(source, 'utf8')));
  expect(writers).toEqual([join('src/cli', 'program.ts'), join('src/cli', 'terminal', 'print.ts')]);
});

describe('inputs that are made to break a reader', () => {
  const good = file('good.json', { task: { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: x' } });
  const aliases = ['a: &a [x,x,x,x,x,x,x,x,x,x]', ...[...'bcdefghij'].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[index]}`).join(',')}]`)].join('\n');

  test.each([
    ['lists in lists', '['.repeat(200_000) + ']'.repeat(200_000), 'is nested too deeply'],
    ['lists in lists that are not closed', '[{'.repeat(100_000), 'not JSON'],
    ['a message with lists in lists', JSON.stringify({ Message: '['.repeat(100_000) + ']'.repeat(100_000) }), 'expected an EventBridge event'],
    ['aliases of aliases', aliases, 'is YAML whose aliases expand without limit'],
    ['a byte of zero', '{"task":\0}', 'is not text'],
  ])('%s are an error of that input, and the others are answered', (name, content, reason) => {
    const bad = file(`${name.replaceAll(' ', '-')}.json`, content);
    expect(hardenedFargate(['diagnose', bad])).toMatchObject({ status: 2, stderr: expect.stringContaining(reason) });
    const { stdout, stderr } = hardenedFargate(['diagnose', '--json', bad, good]);
    expect(JSON.parse(stdout)).toMatchObject([{ stoppedReason: 'CannotPullContainerError: x' }]);
    expect(stderr).toContain(reason);
  });

  test.each([
    ['100,000 containers', { containers: Array.from({ length: 100_000 }, (_, index) => ({ name: `c${index}`, exitCode: 1, reason: 'x' })) }],
    ['half of a pair, and a byte of zero', { stoppedReason: 'a \ud800 b \u0000 c' }],
    ['dates that are none', { stoppedReason: 'x', stoppedAt: 'never', createdAt: '9999999999999999', startedAt: 1e300 }],
  ])('%s are diagnosed all the same', (_what, task) => {
    const { status, stdout } = hardenedFargate(['diagnose', '--json'], { input: JSON.stringify({ task: { stopCode: 'TaskFailedToStart', ...task } }) });
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/[\ud800-\udfff]|\u0000/);
  });

  test.each([
    ['lists in lists', `{"Resources":{"A":{"Type":"AWS::ECS::Service","Properties":{"X":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}}`, 'is nested too deeply'],
    ['aliases of aliases', `Resources:\n  A:\n    Type: X\n${aliases}\nConditions:\n  Q: *j\n`, 'its aliases expand without limit'],
  ])('a template of %s is an error of that template', (name, content, reason) => {
    const bad = file(`${name.replaceAll(' ', '-')}.template`, content);
    expect(hardenedFargate(['guardrails', '--template', bad])).toMatchObject({ status: 2, stderr: expect.stringContaining(reason) });
  });
});
