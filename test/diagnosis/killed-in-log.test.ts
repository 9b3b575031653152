import { diagnose } from '../../src/diagnosis/diagnose';
import { readEvidence } from '../../src/evidence/read/read-evidence';

const diagnosed = (...logTail: readonly string[]) => diagnose(readEvidence({ logTail })[0]);

test.each([
  ['the name of the process', ['eni attached', '2026-11-28 03:12:01 payments[1]: Killed', 'npm ERR! code ELIFECYCLE', 'npm ERR! errno 137']],
  ['a last line of a shell', ['starting', 'Killed']],
  ['a shell that names its script', ['starting', '/entrypoint.sh: line 12:    34 Killed                  node server.js']],
  ['the exit code that npm tells', ['npm ERR! code ELIFECYCLE', 'npm ERR! errno 137']],
  ['an exit status', ['server stopped', 'Exit status 137']],
])('a log that ends with a killed process by %s may tell of memory, or of SIGKILL', (_, lines) => {
  const { cause, confidence, alternatives } = diagnosed(...lines);
  expect([cause, confidence]).toEqual(['memory/container-limit', 'possible']);
  expect(alternatives.map(other => other.cause)).toContain('exit/killed');
});

test.each([
  ['long before the end', ['Killed', ...Array.from({ length: 30 }, (_, index) => `line ${index}`), 'Application run failed']],
  ['in a sentence', ['the old worker was Killed by the supervisor, as planned', 'Application run failed']],
  ['of another code', ['npm ERR! code ELIFECYCLE', 'npm ERR! errno 1']],
])('words of killing %s tell nothing of memory', (_, lines) => expect(diagnosed(...lines).cause).toBe('exit/application-error'));

test('who has given the log is told what to find in it, and not to read it', () => {
  const [action, ...others] = diagnosed('Application run failed').actions;
  expect(others).toEqual([]);
  expect(action).toMatchObject({ title: expect.stringContaining('In the given log, find') as string, commands: [] });
});
