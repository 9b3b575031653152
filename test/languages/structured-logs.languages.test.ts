import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DOCUMENT = readFileSync(join(__dirname, '..', '..', 'docs', 'STRUCTURED-LOGS.md'), 'utf8');

/** How the program of a code block is run: the name of its file, and the command before that. */
const PROGRAMS: readonly (readonly [language: string, file: string, command: string, ...before: readonly string[]])[] = [
  ['js', 'log.mjs', process.execPath],
  ['python', 'log.py', 'python3'],
  ['java', 'Log.java', 'java'],
  ['go', 'main.go', 'go', 'run'],
];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hardened-fargate-logs-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(PROGRAMS)('the program in %s writes one JSON object with the id of its request', (language, file, command, ...before) => {
  const [, program = ''] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(DOCUMENT) ?? [];
  writeFileSync(join(folder, file), program);
  const { stdout, stderr, error } = spawnSync(command, [...before, file], { cwd: folder, encoding: 'utf8' });
  expect([error?.message, stderr]).toEqual([undefined, '']);
  const lines = stdout.trimEnd().split('\n').map(line => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(lines).toEqual([expect.objectContaining({ level: 'INFO', trace_id: 'Root=1-67891233-abcdef012345678912345678', time: expect.any(String) })]);
  expect(lines[0].message ?? lines[0].msg).toBe('order placed');
});
