import { spawnSync } from 'node:child_process';
import type { Complaint } from './linted-corpus';

/** What cfn-lint prints with `--format json`. */
type CfnLintReport = readonly { readonly Rule: { readonly Id: string }; readonly Level: string }[];

/** Runs cfn-lint on a template; its exit code says only how bad the worst finding is. */
export function runCfnLint(executable: string, template: string): readonly Complaint[] {
  const { error, stdout, stderr } = spawnSync(executable, ['--format', 'json', '--regions', 'eu-west-1', '--template', template], { encoding: 'utf8' });
  if (error !== undefined) throw new Error(`'${executable}' could not be run: ${error.message}`, { cause: error });
  try {
    return (JSON.parse(stdout || '[]') as CfnLintReport).map(({ Rule: { Id: rule }, Level: level }) => ({ rule, severity: level.toLowerCase() }));
  } catch (cause) {
    throw new Error(`'${executable}' did not answer in JSON, but said: ${stderr || stdout}`, { cause });
  }
}
