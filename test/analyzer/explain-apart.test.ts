import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as explaining from '../../src/analyzer/handler/explain-apart.lambda';

let folder: string;
let explainApart: typeof explaining.explainApart;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'apart-'));
});

// A function keeps its thread for the next event; each test begins without one.
beforeEach(() => {
  jest.resetModules();
  ({ explainApart } = jest.requireActual<typeof explaining>('../../src/analyzer/handler/explain-apart.lambda'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A thread that answers each question in this way. */
function threadThat(answers: string): string {
  const file = join(folder, 'thread.js');
  writeFileSync(file, `const { parentPort } = require('node:worker_threads');\nparentPort.on('message', () => { ${answers} });\n`);
  return file;
}

test('an event is explained apart in whatever time is left, also in a part of a millisecond more', async () => {
  const answered = threadThat('parentPort.postMessage({ unreadable: "no event" }); setImmediate(() => process.exit());');
  expect(await explainApart(answered, { body: '{}', withAccount: false }, 4.0001234)).toEqual({ unreadable: 'no event' });
});

test('a thread that takes longer is ended', async () => {
  await expect(explainApart(threadThat('for (;;);'), { body: '{}', withAccount: false }, 0.9001234)).rejects.toThrow('the diagnosis took longer than 1 s');
});
