import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The file that users install; `npm test` bundles it first. */
const CLI = resolve('assets/cli/hardened-fargate.js');

/** A folder of its own for the files of a test. */
export const FOLDER = mkdtempSync(join(tmpdir(), 'hardened-fargate-cli-'));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a user does: a process of its own, with the test's folder as its working directory. */
export function hardenedFargate(args: readonly string[], { input = '', env = {} }: { input?: string | Uint8Array; env?: NodeJS.ProcessEnv } = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: FOLDER,
    input,
    encoding: 'utf8',
    // The validator of the CDK takes seconds to load; what it says has a test of its own.
    env: { PATH: process.env.PATH, TMPDIR: tmpdir(), CDK_VALIDATION: 'false', ...env },
  });
  return { status, stdout, stderr };
}

/** Writes a file into the test's folder and gives its name. */
export function file(name: string, content: unknown): string {
  writeFileSync(join(FOLDER, name), typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  return name;
}
