import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Declare } from '../../test/guardrails/corpus/configuration';

/** Something that a tool complains about, and how loudly. */
export interface Complaint {
  readonly rule: string;
  readonly severity: string;
}

/** What every tool says about one configuration, by the tool's name. */
export type Complaints = Readonly<Record<string, readonly Complaint[]>>;

/** The part of the CDK's validation report that is compared. */
interface ValidationReport {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly {
      readonly ruleName: string;
      readonly severity: string;
      readonly violatingConstructs: readonly { readonly constructPath?: string }[];
    }[];
  }[];
}

const STRICT = {
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/core:annotationsInValidationReport': true,
  // The findings are read from the report: neither printed nor thrown.
  '@aws-cdk/core:failSynthOnValidationErrors': false,
};

/** The name under which cdk-nag's pack reports. */
export const CDK_NAG = 'AwsSolutions';

/** Everything else in the report is the CDK's own. */
export const CDK = 'CDK';

/** A configuration after its synthesis: its template, and what the CDK and its plugins say about it. */
export interface Linted {
  readonly template: string;
  readonly complaints: Complaints;
}

/** Synthesizes configurations as one app, each in a stack of its own, with the CDK's own validation and cdk-nag switched on. */
export function lintCorpus(declarations: readonly Declare[]): readonly Linted[] {
  if (process.env.CDK_VALIDATION === 'false') throw new Error('\'CDK_VALIDATION\' is false, but then the CDK validates nothing; unset it to compare');
  const outdir = mkdtempSync(join(tmpdir(), 'hardened-fargate-comparison-'));
  const app = new App({ outdir, context: STRICT });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const stacks = declarations.map((declare, index) => {
    const stack = new Stack(app, `Configuration${index}`);
    declare(stack);
    return stack;
  });
  app.synth();
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as ValidationReport;
  return stacks.map(stack => ({ template: join(outdir, stack.templateFile), complaints: complaintsAbout(stack.node.path, report) }));
}

function complaintsAbout(stack: string, { pluginReports }: ValidationReport): Complaints {
  const complaints: Record<string, Complaint[]> = { [CDK]: [], [CDK_NAG]: [] };
  for (const { pluginName, violations } of pluginReports) {
    for (const { ruleName, severity, violatingConstructs } of violations.filter(violation => violation.severity !== 'info')) {
      const here = violatingConstructs.filter(({ constructPath }) => constructPath === stack || constructPath?.startsWith(`${stack}/`));
      complaints[pluginName === CDK_NAG ? CDK_NAG : CDK].push(...here.map(() => ({ rule: ruleName, severity })));
    }
  }
  return complaints;
}
