import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
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

/** The shipped command line, as somebody runs it who has set up nothing. */
const withoutSettings = (...args: readonly string[]) => spawnSync(process.execPath, [CLI, ...args], {
  encoding: 'utf8', env: { PATH: process.env.PATH, HOME: tmpdir(), AWS_EC2_METADATA_DISABLED: 'true' },
});

test('who has set no Region is told where to name it', () => {
  const { status, stdout } = withoutSettings('doctor', '--all');
  expect(status).toBe(2);
  expect(stdout).toBe('not read\n  - ecs:ListClusters: no Region is set; name it with --region or AWS_REGION, or in the profile\n');
});

test.each([
  ['doctor', '--all'],
  ['diagnose', '--cluster', 'shop', '--service', 'web'],
  ['incidents', '--cluster', 'shop'],
])('%s %s is sent to the Region of the profile, where nothing else names one', (...args) => {
  const config = join(mkdtempSync(join(tmpdir(), 'profile-')), 'config');
  writeFileSync(config, '[profile shop]\nregion = eu-west-1\n');
  const { stdout, stderr } = spawnSync(process.execPath, [CLI, ...args, '--profile', 'shop'], {
    encoding: 'utf8', env: { PATH: process.env.PATH, HOME: tmpdir(), AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: config },
  });
  expect(stdout + stderr).toContain('the call has no valid credentials');
  expect(stdout + stderr).not.toContain('no Region is set');
});

test('who has no credentials is told so', () => {
  const { status, stderr } = withoutSettings('diagnose', '--cluster', 'shop', '--service', 'web', '--region', 'eu-west-1');
  expect(status).toBe(2);
  expect(stderr).toContain('the call has no valid credentials (CredentialsProviderError: Could not load credentials from any providers); sign in, or name a profile that has them');
});
