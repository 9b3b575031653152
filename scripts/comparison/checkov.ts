import { spawnSync } from 'node:child_process';
import type { Linter } from './cfn-lint';

/** What checkov prints for one framework; without a template that fails, only counts. */
interface CheckovReport {
  readonly results?: { readonly failed_checks: readonly { readonly check_id: string; readonly file_abs_path: string }[] };
}

/** Runs checkov itself, a Python program, once for all templates; without an account at its maker, its checks have no severity. */
export const checkov = (executable: string): Linter => ({
  name: `checkov ${run(executable, '--version').trim()}`,
  lint: (...templates) => {
    const files = templates.flatMap(template => ['--file', template]);
    const report = run(executable, '--framework', 'cloudformation', '--output', 'json', '--quiet', '--compact', ...files);
    const { results } = JSON.parse(report) as CheckovReport;
    return (results?.failed_checks ?? []).map(({ check_id: rule, file_abs_path: template }) => ({ rule, severity: 'warning', template }));
  },
});

/** Its exit code says only whether something was found. */
function run(executable: string, ...words: readonly string[]): string {
  const { error, stdout, stderr } = spawnSync(executable, words, { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 });
  if (error !== undefined) throw new Error(`'${executable}' could not be run: ${error.message}`, { cause: error });
  if (stdout === '') throw new Error(`'${executable}' did not answer, but said: ${stderr}`);
  return stdout;
}
