import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Complaint } from './linted-corpus';

/** A complaint, and the file that it is about. */
export interface LintedTemplate extends Complaint {
  readonly template: string;
}

/** A linter of templates: what it is, and what it complains about in template files. */
export interface Linter {
  /** Its name and version, for a reader of the table. */
  readonly name: string;
  readonly lint: (...templates: readonly string[]) => readonly LintedTemplate[];
}

/** What cfn-lint prints with `--format json`. */
type CfnLintReport = readonly { readonly Rule: { readonly Id: string }; readonly Level: string; readonly Filename: string }[];

/**
 * Runs cfn-lint itself, a Python program, once for all templates, because its start takes longer than a template; its exit code says
 * only how bad the worst finding is.
 */
export const cfnLint = (executable: string): Linter => ({
  name: run(executable, '--version').trim(),
  lint: (...templates) => {
    const report = run(executable, '--format', 'json', '--regions', 'eu-west-1', '--template', ...templates);
    try {
      return (JSON.parse(report || '[]') as CfnLintReport)
        .map(({ Rule: { Id: rule }, Level: level, Filename: template }) => ({ rule, severity: level.toLowerCase(), template }));
    } catch (cause) {
      throw new Error(`'${executable}' did not answer in JSON, but said: ${report}`, { cause });
    }
  },
});

function run(executable: string, ...words: readonly string[]): string {
  const { error, stdout, stderr } = spawnSync(executable, words, { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 });
  if (error !== undefined) throw new Error(`'${executable}' could not be run: ${error.message}`, { cause: error });
  return stdout || stderr;
}

/** The part of AWS's validator that is used here. */
interface Validator {
  readonly version: () => string;
  readonly TemplateFile: new (path: string) => unknown;
  readonly CompositeEngine: new () => {
    readonly listRules: () => readonly { readonly id: string; readonly origin: string }[];
    readonly validateTemplate: (template: unknown) => { readonly diagnostics: readonly { readonly ruleId: string; readonly severity: string }[] };
  };
}

/**
 * Runs the rules of cfn-lint that AWS ported into its validator, all of them and not only those that the CDK asks for, so that nobody needs Python.
 *
 * The validator is the copy that the CDK brings along. Like cfn-lint, it is not asked for what is only for information.
 */
export function portedCfnLint(): Linter {
  const validator = createRequire(require.resolve('aws-cdk-lib'))('@aws/cloudformation-validate') as Validator;
  const engine = new validator.CompositeEngine();
  const ported = new Set(engine.listRules().filter(({ id, origin }) => origin === 'CFN_LINT' && !id.startsWith('I')).map(({ id }) => id));
  return {
    name: `the ${ported.size} rules of cfn-lint that AWS ported into cloudformation-validate ${validator.version()}`,
    lint: (...templates) => templates.flatMap(template => engine.validateTemplate(new validator.TemplateFile(template)).diagnostics
      .filter(({ ruleId }) => ported.has(ruleId))
      .map(({ ruleId: rule, severity }) => ({ rule, severity: severity.toLowerCase(), template }))),
  };
}
