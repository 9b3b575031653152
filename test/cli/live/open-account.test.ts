import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CLI = resolve('assets/cli/hardened-fargate.js');

/** The command line where the file with the AWS SDK is not beside it. */
function withoutTheSdk(...args: readonly string[]) {
  const alone = join(mkdtempSync(join(tmpdir(), 'no-sdk-')), 'hardened-fargate.js');
  copyFileSync(CLI, alone);
  return spawnSync(process.execPath, [alone, ...args], { encoding: 'utf8', env: { PATH: process.env.PATH, CDK_VALIDATION: 'false' }, input: 'exec /app: exec format error' });
}

test.each([
  ['diagnose', '--json'],
  ['causes'],
  ['guardrails'],
  ['doctor', '--policy'],
  ['verify', '--policy'],
  ['diagnose', '--policy'],
  ['doctor', '--help'],
])('%s %s needs no AWS SDK', (...args) => {
  const { status, stderr } = withoutTheSdk(...args);
  expect(status).toBe(0);
  expect(stderr).not.toContain('Cannot find module');
});

test('a command that reads an account loads the AWS SDK', () => {
  expect(withoutTheSdk('doctor', '--all', '--region', 'eu-west-1').stderr).toContain('Cannot find module');
});

test('the file that every command loads holds nothing of the AWS SDK', () => {
  expect(readFileSync(CLI, 'utf8')).not.toContain('@smithy/');
  expect(readFileSync('assets/analyzer/stop-analyzer/account.js', 'utf8')).toContain('ServiceException');
});
