import { spawnSync } from 'node:child_process';
import { mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { file, FOLDER, hardenedFargate } from './run-cli';
import { event, OUT_OF_MEMORY, RATE_LIMIT, RUNNING } from './stops';

const complaint = (...args: readonly string[]): string => {
  const { status, stdout, stderr } = hardenedFargate(['diagnose', ...args]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  return stderr;
};

describe('input that is not JSON', () => {
  test.each([
    ['a missing comma', '{\n  "lastStatus": "STOPPED"\n  "group": 1\n}', 'bad.json:3:3: not JSON: comma expected'],
    ['a comment', '{\n  // stopped\n}', 'bad.json:2:3: not JSON: invalid comment token'],
    ['a trailing comma', '[{},\n]', 'bad.json:2:1: not JSON: value expected'],
    ['a cut text', '{"detail": {"lastStatus": "STOP', 'bad.json:1:27: not JSON: unexpected end of string'],
    ['a cut object', '{"detail": {\n', 'bad.json:2:1: not JSON: it ends too early'],
  ])('%s is named with its line and column', (_what, text, message) => {
    expect(complaint(file('bad.json', text))).toContain(message);
  });

  test('the bad line of JSON Lines is named, and the others are diagnosed', () => {
    const lines = [JSON.stringify(RATE_LIMIT), '{"task": }', JSON.stringify(OUT_OF_MEMORY)].join('\n');
    const { status, stdout, stderr } = hardenedFargate(['diagnose', '--json', file('stops.jsonl', lines)]);
    expect(status).toBe(0);
    expect(stderr).toContain('stops.jsonl:2:10: not JSON: value expected\n');
    expect(JSON.parse(stdout)).toMatchObject([{ cause: 'pull/rate-limit' }, { cause: 'memory/container-limit' }]);
  });
});

describe('JSON that is no stop', () => {
  test('the place of the fault is named in the file', () => {
    const input = file('events.json', [event(OUT_OF_MEMORY), event(RATE_LIMIT), { ...event({}), 'detail-type': 'Scheduled Event' }]);
    const { status, stdout, stderr } = hardenedFargate(['diagnose', '--json', input]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^events\.json: \[2\]: this is an event 'Scheduled Event'/m);
    expect(JSON.parse(stdout)).toMatchObject([{ cause: 'memory/container-limit' }, { cause: 'pull/rate-limit' }]);
  });

  test('a running task beside a stopped one of its describe-tasks answer is no fault', () => {
    const outcome = hardenedFargate(['diagnose', '--json', file('answer.json', { tasks: [RUNNING, OUT_OF_MEMORY] })]);
    expect(outcome).toMatchObject({ status: 0, stderr: 'answer.json: read as the output of describe-tasks: 1 stopped task\n' });
    expect(JSON.parse(outcome.stdout)).toMatchObject([{ cause: 'memory/container-limit' }]);
  });

  test('a task that ECS has forgotten is reported beside those it still knows', () => {
    const answer = { tasks: [OUT_OF_MEMORY], failures: [{ arn: RATE_LIMIT.taskArn, reason: 'MISSING' }] };
    const { status, stdout, stderr } = hardenedFargate(['diagnose', '--json', file('answer.json', answer)]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^answer\.json: failures\[0\]: .*MISSING/m);
    expect(JSON.parse(stdout)).toMatchObject([{ cause: 'memory/container-limit' }]);
  });

  test('an event of another kind is called by its name', () => {
    expect(complaint(file('ec2.json', { ...event({}), 'source': 'aws.ec2', 'detail-type': 'EC2 Instance State-change Notification' })))
      .toContain("ec2.json: this is an event 'EC2 Instance State-change Notification'");
  });

  test.each([
    ['42', 'the output of a command, with no stop in it'],
    ['"STOPPED"', 'a log: 1 log'],
    ['[[]]', 'output about the resources around a stop: empty output: none of these settings exist'],
  ])('%s may be the answer of a command, and what it was read as is said', (text, form) => {
    expect(hardenedFargate(['diagnose', file('odd.json', text)])).toMatchObject({ status: 0, stderr: `odd.json: read as ${form}\n` });
  });

  test.each(['null', '{}', '{"tasks":[]}'])('%s is refused', text => {
    expect(hardenedFargate(['diagnose', file('odd.json', text)])).toMatchObject({ status: 2, stderr: expect.stringMatching(/^odd\.json: /m) });
  });
});

test('an empty list has nothing to diagnose, which is no fault, and which people are told', () => {
  expect(hardenedFargate(['diagnose'], { input: '[]' })).toEqual({ status: 0, stdout: '', stderr: 'no failure was found in the input, so nothing was diagnosed\n' });
  expect(hardenedFargate(['diagnose', '--json'], { input: '[]' })).toEqual({ status: 0, stdout: '[]\n', stderr: '' });
});

describe('input that cannot be read at all', () => {
  test('a missing file is named, with what to check', () => {
    expect(complaint('nowhere.json')).toBe('nowhere.json: no such file; check its name and its folder\n');
  });

  test('a directory is named', () => {
    mkdirSync(join(FOLDER, 'folder'));
    expect(complaint('folder')).toBe('folder: is a directory; name the files in it\n');
  });

  test('an empty file is named, with what to check', () => {
    expect(complaint(file('empty.json', ''))).toBe('empty.json: is empty; check that the command that wrote it succeeded\n');
  });

  test('a file of white space is named', () => {
    expect(complaint(file('blank.json', ' \n\n'))).toContain('blank.json:3:1: not JSON: it ends too early');
  });

  test.each([['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]], ['zeros', [0x7b, 0x00, 0x7d]]])('%s is refused as no text', (_what, bytes) => {
    expect(complaint(file('picture.png', Uint8Array.from(bytes)))).toContain('picture.png: is not text');
  });

  test('a file that is far too large is refused before it is read', () => {
    truncateSync(join(FOLDER, file('huge.json', '')), 5e9);
    expect(complaint('huge.json')).toContain('huge.json: is larger than 64 MiB');
  });

  test('empty standard input is named', () => {
    expect(complaint('-')).toBe('standard input: is empty; check that the command that wrote it succeeded\n');
  });

  test('one input that can be read is enough for the exit code 0, and each of the others is named', () => {
    const { status, stdout, stderr } = hardenedFargate(['diagnose', '--json', 'nowhere.json', file('good.json', OUT_OF_MEMORY), file('bad.json', '{')]);
    expect(status).toBe(0);
    expect(stderr.trim().split('\n').filter(line => !line.includes('read as'))).toHaveLength(2);
    expect(JSON.parse(stdout)).toMatchObject([{ cause: 'memory/container-limit' }]);
  });

  test('an empty list beside a file that cannot be read says nothing of that file, so the exit code is 2', () => {
    const { status, stdout, stderr } = hardenedFargate(['diagnose', '--json', 'nowhere.json', file('none.json', '[]')]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '[]\n' });
    expect(stderr).toContain('nowhere.json: no such file');
    expect(hardenedFargate(['diagnose', '--json', 'none.json'])).toMatchObject({ status: 0, stdout: '[]\n' });
  });

  test('with nothing to diagnose, JSON is still an array', () => {
    expect(hardenedFargate(['diagnose', '--json', 'nowhere.json'])).toMatchObject({ status: 2, stdout: '[]\n' });
  });
});

describe('an input that would take others down', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...[...'bcdefghij'].map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]}, `.repeat(9)}x]`)].join('\n');

  test.each([
    ['JSON that is nested too deeply', deep],
    ['JSON that is nested nearly as deeply as the stack is', `{"tasks":${'[{"a":'.repeat(1500)}1${'}]'.repeat(1500)}}`],
    ['a stop that is nested too deeply', `{"detail":{"lastStatus":"STOPPED","containers":${deep}}}`],
    ['YAML whose aliases multiply', bomb],
    ['a lone surrogate and NUL', '{"a":"\\ud800\\u0000'],
  ])('%s has its own message, and the others are answered', (_, text) => {
    const { status, stdout, stderr } = hardenedFargate(['diagnose', '--json', file('odd.json', text), file('good.json', OUT_OF_MEMORY)]);
    expect(stderr).toMatch(/^odd\.json\b.*: \S/m);
    expect({ status, diagnoses: JSON.parse(stdout) as unknown }).toMatchObject({ status: 0, diagnoses: [{ cause: 'memory/container-limit' }] });
  });

  test('100,000 containers and dates that are none are read, and the others too', () => {
    const many = { ...OUT_OF_MEMORY, stoppedAt: 'yesterday', createdAt: -1e300, containers: Array.from({ length: 100_000 }, (__, index) => ({ name: `c${index}`, exitCode: 0 })) };
    const { status, stdout } = hardenedFargate(['diagnose', '--json', file('many.json', many), file('good.json', OUT_OF_MEMORY)]);
    expect({ status, diagnoses: JSON.parse(stdout) as unknown }).toMatchObject({ status: 0, diagnoses: [{}, { cause: 'memory/container-limit' }] });
  });
});

test('a log with the sign of an alias in it is no YAML', () => {
  const { stdout } = hardenedFargate(['diagnose', '--json', file('alias.log', "ModuleNotFoundError: No module named 'flask'\n<<: *a")]);
  expect(JSON.parse(stdout)).toMatchObject([{ cause: 'app/missing-module' }]);
});

test('a file that cannot be written has its message, and what was diagnosed is printed', () => {
  const { status, stdout, stderr } = hardenedFargate(['diagnose', '--json', '--save', 'nowhere/saved.json', file('good.json', OUT_OF_MEMORY)]);
  expect(stderr).toMatch(/^nowhere\/saved\.json: /m);
  expect({ status, diagnoses: JSON.parse(stdout) as unknown }).toMatchObject({ status: 2, diagnoses: [{ cause: 'memory/container-limit' }] });
});

test('a reader that has seen enough ends the command quietly', () => {
  const { stdout, stderr } = spawnSync('bash', ['-c', 'set -o pipefail; "$0" "$1" causes --format json | head -n 1; exit ${PIPESTATUS[0]}', process.execPath, 'assets/cli/hardened-fargate.js'], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '[\n', stderr: '' });
});
