import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type IPolicyValidationContext, type IPolicyValidationPlugin, type PolicyValidationPluginReport, Validations } from 'aws-cdk-lib';
import { declarePlainServices } from './plain-services';
import { FargateGuardrails } from 'hardened-fargate';

/** What one synthesis took, in milliseconds of the processor, which a busy machine does not change. */
export interface OneSynthesis {
  readonly total: number;
  /** The part of it in which services were judged. */
  readonly judging: number;
}

/** The guardrails with a clock: what they take and what the rest takes is measured in the same run, so that a slow moment hits both. */
class TimedGuardrails extends FargateGuardrails {
  public judging = 0;

  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const started = spent();
    const report = super.validate(context);
    this.judging = spent() - started;
    return report;
  }
}

function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const guardrails = new TimedGuardrails();

const PLUGINS: Readonly<Record<string, readonly IPolicyValidationPlugin[]>> = {
  none: [],
  nothing: [{ name: 'Nothing', validate: () => ({ success: true, violations: [] }) }],
  guardrails: [guardrails],
};

const [services, plugin] = process.argv.slice(2);
const outdir = mkdtempSync(join(tmpdir(), 'hardened-fargate-bench-'));
const started = spent();
const app = new App({ outdir, analyticsReporting: false });
declarePlainServices(app, Number(services));
Validations.of(app).addPlugins(...PLUGINS[plugin]);
app.synth();
const result: OneSynthesis = { total: spent() - started, judging: guardrails.judging };
rmSync(outdir, { recursive: true });
process.stdout.write(JSON.stringify(result));
