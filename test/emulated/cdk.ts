import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { makeDeployable } from './make-deployable';
import { ACCOUNT, CREDENTIALS, REGION } from './run-against';

const ROOT = resolve(__dirname, '..', '..');

/** The values of the outputs of each stack. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The command of the CDK, as users run it, for the integration apps and an emulated account. */
export class Cdk {
  private readonly folder = mkdtempSync(join(tmpdir(), 'cdk-'));

  constructor(private readonly url: string) {}

  async bootstrap(): Promise<void> {
    await this.run('bootstrap', `aws://${ACCOUNT}/${REGION}`);
  }

  /** A folder with what an app of test/integ is synthesized to, as far as the emulator can deploy it. */
  async synthesize(app: string, context: Readonly<Record<string, string>> = {}): Promise<string> {
    const output = mkdtempSync(join(this.folder, `${app}-`));
    const choices = Object.entries(context).flatMap(([key, value]) => ['--context', `${key}=${value}`]);
    const program = `npx tsx --tsconfig tsconfig.dev.json test/integ/${app}.integ.ts`;
    await this.run('synth', '--quiet', '--app', program, '--output', output, ...choices);
    makeDeployable(output);
    return output;
  }

  /** Rejected when a stack is rolled back. */
  async deploy(synthesized: string): Promise<Outputs> {
    const outputs = join(this.folder, 'outputs.json');
    await this.run('deploy', '--all', '--app', synthesized, '--require-approval', 'never', '--outputs-file', outputs);
    return JSON.parse(readFileSync(outputs, 'utf8')) as Outputs;
  }

  async destroy(synthesized: string): Promise<void> {
    await this.run('destroy', '--all', '--force', '--app', synthesized);
  }

  private async run(...args: readonly string[]): Promise<void> {
    const command = [join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk'), ...args, '--no-notices', '--ci'];
    await promisify(execFile)(process.execPath, command, { cwd: ROOT, env: this.environment, maxBuffer: 64 * 1024 * 1024 });
  }

  private get environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      HOME: this.folder,
      CDK_VALIDATION: 'false',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      NODE_NO_WARNINGS: '1',
      AWS_ENDPOINT_URL: this.url,
      AWS_REGION: REGION,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    };
  }
}
