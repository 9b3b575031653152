import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { configurationIn } from './install';

/** What `cdk synth` left behind. */
export interface Synthesis {
  readonly exitCode: number | null;
  /** All that it printed, in the order in which it did. */
  readonly output: string;
  /** The folder of the cloud assembly. */
  readonly assembly: string;
}

/** Runs the real `cdk synth` on an app, without a network and with the cloud assembly beside the installed library. */
export async function cdkSynth(app: string, assembly: string, ...options: readonly string[]): Promise<Synthesis> {
  const cdk = resolve('node_modules', 'aws-cdk', 'bin', 'cdk');
  const tsx = resolve('node_modules', '.bin', 'tsx');
  const cli = spawn(process.execPath, [cdk, 'synth', '--quiet', '--no-notices', '--no-version-reporting', '--output', assembly,
    '--app', `${tsx} --tsconfig ${configurationIn(dirname(assembly))} ${app}`, ...options], {
    env: { ...process.env, CDK_VALIDATION: 'false', CDK_DISABLE_CLI_TELEMETRY: 'true' },
  });
  const printed: string[] = [];
  for (const stream of [cli.stdout, cli.stderr]) stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  const exitCode = await new Promise<number | null>((done, failed) => cli.once('error', failed).once('close', done));
  return { exitCode, output: printed.join(''), assembly };
}

/** A JSON file of a cloud assembly. */
export const readJson = <T>({ assembly }: Synthesis, file: string): T => JSON.parse(readFileSync(join(assembly, file), 'utf8')) as T;
