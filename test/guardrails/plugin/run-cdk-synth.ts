import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Judgement, readJudgement } from '../judged';

const ROOT = join(__dirname, '../../..');

export interface Run {
  readonly exitCode: number | null;
  readonly output: string;
  readonly judgement: Judgement;
}

/** The feature flags that the tests run under. */
const FLAGS = Object.fromEntries(Object.entries(JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as Readonly<Record<string, unknown>>)
  .filter(([key]) => key.startsWith('@aws-cdk')));

/** A folder of a user's, with a `cdk.json`. */
export function folderWith(context: Readonly<Record<string, unknown>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'guardrails-app-'));
  writeFileSync(join(folder, 'cdk.json'), JSON.stringify({ context: { ...FLAGS, ...context } }));
  return folder;
}

/** Runs the real command line of the CDK as a user does. */
export const cdkSynth = (app: string, ...options: readonly string[]): Promise<Run> => cdkSynthIn(folderWith(), app, ...options);

/** The same in a folder of the user's, whose `cdk.json` it reads. */
export async function cdkSynthIn(cwd: string, app: string, ...options: readonly string[]): Promise<Run> {
  const command = `${join(ROOT, 'node_modules/.bin/tsx')} ${join(__dirname, app)}`;
  const outdir = mkdtempSync(join(tmpdir(), 'guardrails-'));
  const cdk = spawn(process.execPath, [join(ROOT, 'node_modules/aws-cdk/bin/cdk'), 'synth', '--quiet', '--app', command, '--output', outdir, ...options], {
    cwd,
    // Jest's own environment would tell the CDK that it runs inside of a test.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: tmpdir(), CDK_VALIDATION: 'false', CDK_DISABLE_VERSION_CHECK: '1', NO_COLOR: '1' },
  });
  const chunks: Buffer[] = [];
  for (const stream of [cdk.stdout, cdk.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await new Promise<number | null>(resolve => cdk.on('close', resolve));
  return { exitCode, output: Buffer.concat(chunks).toString(), judgement: readJudgement(outdir) };
}
