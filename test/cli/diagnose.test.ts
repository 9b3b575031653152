import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { file, hardenedFargate, type Outcome } from './run-cli';
import { event, OUT_OF_MEMORY, RATE_LIMIT } from './stops';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';

const diagnoses = ({ stdout }: Outcome): Diagnosis[] => JSON.parse(stdout);
const causes = (outcome: Outcome): string[] => diagnoses(outcome).map(({ cause }) => cause);

const ESCAPE = '\u001b[';

describe('what it reads', () => {
  test('an event, a task, a describe-tasks answer and a bundle are diagnosed in input order', () => {
    const outcome = hardenedFargate(['diagnose', '--json',
      file('event.json', event(OUT_OF_MEMORY)),
      file('task.json', RATE_LIMIT),
      file('answer.json', { tasks: [RATE_LIMIT, OUT_OF_MEMORY], failures: [] }),
      file('bundle.json', { task: OUT_OF_MEMORY, serviceEvents: [], logTail: [] })]);
    expect(outcome).toMatchObject({
      status: 0,
      stderr: [
        'event.json: read as an EventBridge event: 1 stopped task',
        'task.json: read as a task: 1 stopped task',
        'answer.json: read as the output of describe-tasks: 2 stopped tasks',
        'bundle.json: read as an evidence bundle: 1 stopped task',
        '',
      ].join('\n'),
    });
    expect(causes(outcome)).toEqual(['memory/container-limit', 'pull/rate-limit', 'pull/rate-limit', 'memory/container-limit', 'memory/container-limit']);
  });

  test('a list is diagnosed entry by entry', () => {
    expect(causes(hardenedFargate(['diagnose', '--json', file('list.json', [RATE_LIMIT, event(OUT_OF_MEMORY)])])))
      .toEqual(['pull/rate-limit', 'memory/container-limit']);
  });

  test('JSON Lines are diagnosed line by line', () => {
    const lines = `${JSON.stringify(RATE_LIMIT)}\n\n${JSON.stringify(OUT_OF_MEMORY)}\n`;
    expect(causes(hardenedFargate(['diagnose', '--json', file('stops.jsonl', lines)]))).toEqual(['pull/rate-limit', 'memory/container-limit']);
  });

  test.each([[[]], [['-']]])('standard input is read with the files %j', files => {
    expect(causes(hardenedFargate(['diagnose', '--json', ...files], { input: JSON.stringify(OUT_OF_MEMORY) }))).toEqual(['memory/container-limit']);
  });

  test('a byte order mark is passed over', () => {
    expect(causes(hardenedFargate(['diagnose', '--json', file('bom.json', `\uFEFF${JSON.stringify(OUT_OF_MEMORY)}`)]))).toEqual(['memory/container-limit']);
  });

  test('what Windows PowerShell redirects into a file is read', () => {
    const utf16 = Buffer.from(`\uFEFF${JSON.stringify(OUT_OF_MEMORY)}`, 'utf16le');
    expect(causes(hardenedFargate(['diagnose', '--json', file('powershell.json', utf16)]))).toEqual(['memory/container-limit']);
  });

  test('a log tail alone is evidence enough', () => {
    const bundle = { logTail: ['Error: listen EADDRINUSE: address already in use :::8080'] };
    expect(causes(hardenedFargate(['diagnose', '--json'], { input: JSON.stringify(bundle) }))).toEqual(['app/port-in-use']);
  });
});

describe('what it prints', () => {
  const stop = file('stop.json', OUT_OF_MEMORY);

  test('for a chat, each diagnosis is a notification on a line of its own, as Amazon Q Developer takes it from a topic', () => {
    const { status, stdout } = hardenedFargate(['diagnose', '--chat', stop, file('limited.json', RATE_LIMIT)]);
    expect(status).toBe(0);
    expect(stdout.trim().split('\n').map(line => JSON.parse(line) as unknown)).toMatchObject([
      { version: '1.0', source: 'custom', content: { textType: 'client-markdown', keywords: expect.arrayContaining(['memory/container-limit']) } },
      { version: '1.0', source: 'custom', content: { textType: 'client-markdown', keywords: expect.arrayContaining(['pull/rate-limit']) } },
    ]);
  });

  test('one form at a time', () => {
    expect(hardenedFargate(['diagnose', '--chat', '--json', stop])).toMatchObject({ status: 2, stderr: expect.stringContaining("'--chat'") });
  });

  test('text names the service and quotes the evidence', () => {
    const { stdout } = hardenedFargate(['diagnose', stop]);
    expect(stdout).toContain('shop');
    expect(stdout).toContain('"OutOfMemoryError');
  });

  test('text and JSON tell the same diagnosis', () => {
    const [{ title }] = diagnoses(hardenedFargate(['diagnose', '--json', stop]));
    expect(hardenedFargate(['diagnose', stop]).stdout).toContain(title);
  });

  test('several diagnoses are set apart', () => {
    const { stdout } = hardenedFargate(['diagnose', stop, file('other.json', RATE_LIMIT)]);
    expect(stdout).toContain('OutOfMemoryError');
    expect(stdout).toContain('toomanyrequests');
  });

  test('Markdown is printed on demand', () => {
    const { status, stdout } = hardenedFargate(['diagnose', '--markdown', stop]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\*\*|^#/m);
  });

  test('a pipe gets no color, unless it asks for it', () => {
    expect(hardenedFargate(['diagnose', stop]).stdout).not.toContain(ESCAPE);
    expect(hardenedFargate(['diagnose', '--colour', 'always', stop]).stdout).toContain(ESCAPE);
    expect(hardenedFargate(['diagnose', '--color', 'always', stop]).stdout).toContain(ESCAPE);
    expect(hardenedFargate(['diagnose', '--colour', 'never', stop], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain(ESCAPE);
  });

  test('JSON holds no color', () => {
    expect(hardenedFargate(['diagnose', '--json', '--colour', 'always', stop]).stdout).not.toContain(ESCAPE);
  });
});

describe('what it leaves out', () => {
  const talkative = JSON.stringify({ ...OUT_OF_MEMORY, stoppedReason: 'Stopped by jane@example.com with DB_PASSWORD=hunter2' });

  test('secrets always, e-mail addresses on demand', () => {
    const [usual, discreet] = [['diagnose', '--json'], ['diagnose', '--json', '--redact-emails']].map(args => hardenedFargate(args, { input: talkative }).stdout);
    expect(usual).toContain('jane@example.com');
    expect(usual + discreet).not.toContain('hunter2');
    expect(discreet).not.toContain('jane@example.com');
  });
});

describe('a deployment with its tasks', () => {
  const deployment = { rolloutState: 'FAILED', rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.' };

  test('is one diagnosis', () => {
    const outcome = hardenedFargate(['diagnose', '--json'], { input: JSON.stringify({ deployment, tasks: [OUT_OF_MEMORY, RATE_LIMIT, RATE_LIMIT] }) });
    expect(causes(outcome)).toEqual(['pull/rate-limit']);
    expect(diagnoses(outcome)[0].alternatives.map(({ cause }) => cause)).toEqual(['memory/container-limit', 'deploy/circuit-breaker']);
  });
});

describe('the help', () => {
  test.each(['event', 'task', 'deployment', 'tasks', 'failedTasks', 'serviceEvents', 'logTail', 'service', 'targetGroup', 'taskDefinitions', 'metrics', 'findings'])('names the field %s of a bundle', field => {
    expect(hardenedFargate(['diagnose', '--help']).stdout).toMatch(new RegExp(`\\b${field}\\b`));
  });
});

describe('the sample events of the repository', () => {
  test('scale-in is benign, although the container was killed with 137', () => {
    const sample = readFileSync(resolve('test/diagnosis/events/scale-in-exit-137.json'));
    expect(diagnoses(hardenedFargate(['diagnose', '--json'], { input: sample }))).toMatchObject([{ severity: 'benign', exitCode: 137 }]);
  });
});
