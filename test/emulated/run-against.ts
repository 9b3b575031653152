import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A folder of its own for the files of the tests. */
export const FOLDER = mkdtempSync(join(tmpdir(), 'emulated-'));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The credentials with which everybody may do everything. */
export const CREDENTIALS = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

export const REGION = 'eu-west-1';

/** The account of the emulators; moto has no other. */
export const ACCOUNT = '123456789012';

/** Runs the command that users install against the services at a URL. */
export const runAgainst = (url: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> => new Promise(done => {
  const env = {
    PATH: process.env.PATH,
    HOME: FOLDER,
    CDK_VALIDATION: 'false',
    AWS_ENDPOINT_URL: url,
    AWS_REGION: REGION,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    ...environment,
  };
  const child = execFile(process.execPath, [resolve('assets/cli/hardened-fargate.js'), ...args], { cwd: FOLDER, env }, (_error, stdout, stderr) =>
    done({ status: child.exitCode, stdout, stderr }));
});
