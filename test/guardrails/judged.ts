import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type IPolicyValidationPlugin, Stack, type Stage, Validations } from 'aws-cdk-lib';
import { FargateGuardrails } from '../../src/guardrails/plugin/fargate-guardrails';
import type { FargateGuardrailsProps } from '../../src/guardrails/plugin/settings/fargate-guardrails-props';

interface ReportedConstruct {
  readonly constructPath: string;
  readonly cloudFormationResource?: { readonly propertyPaths?: readonly string[] };
}

/** A finding as other programs get it from the cloud assembly. */
export interface Reported {
  readonly ruleName: string;
  readonly description: string;
  readonly suggestedFix: string;
  readonly severity: string;
  readonly violatingConstructs: readonly ReportedConstruct[];
  readonly reason?: string;
}

export interface Judgement {
  readonly conclusion: 'success' | 'failure';
  readonly violations: readonly Reported[];
  readonly suppressed: readonly Reported[];
}

/** Judges all Fargate services of a stack named `S`, and reads what the CDK wrote into the cloud assembly. */
export function judged(declare: (stack: Stack) => void, props: FargateGuardrailsProps = {}): Judgement {
  const app = new App({ treeMetadata: false });
  Validations.of(app).addPlugins(new FargateGuardrails(props));
  declare(new Stack(app, 'S'));
  return judgementOf(app);
}

/** Synthesizes an app, whether it is refused or not. */
export function judgementOf(app: App): Judgement {
  try {
    app.synth();
  } catch (error) {
    if (!String(error).includes('Validation')) throw error;
  }
  return readJudgement(app.outdir);
}

export function readJudgement(outdir: string): Judgement {
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as {
    readonly pluginReports: readonly (Pick<Judgement, 'conclusion' | 'violations'> & { readonly pluginName: string; readonly suppressedViolations?: readonly Reported[] })[];
  };
  const ours = pluginReports.filter(({ pluginName }) => pluginName === 'HardenedFargate');
  return {
    conclusion: ours.some(({ conclusion }) => conclusion === 'failure') ? 'failure' : 'success',
    violations: ours.flatMap(({ violations }) => violations),
    suppressed: ours.flatMap(({ suppressedViolations }) => suppressedViolations ?? []),
  };
}

/** Which rules were broken where: `circuit-breaker S/Service/Service`. */
export const faults = ({ violations }: Judgement): readonly string[] =>
  violations.flatMap(({ ruleName, violatingConstructs }) => violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`)).sort();

export const pluginsOf = (stage: Stage): readonly IPolicyValidationPlugin[] =>
  (stage as Stage & { readonly _validationPlugins: readonly IPolicyValidationPlugin[] })._validationPlugins;
