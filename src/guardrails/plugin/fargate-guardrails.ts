import {
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyValidationPluginReport,
  Stage,
  Validations,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { acknowledgementsFor } from './acknowledging/acknowledgements';
import { applyBaseline, type Baselined } from './acknowledging/apply-baseline';
import { failBareSynthBelow } from './bare-synth';
import type { Finding } from '../evaluate';
import { findFaults } from './judge-services';
import { neverFailOpen } from './never-fail-open';
import { isSwitchedOff, switchedOff } from './off-switch';
import { reportOf } from './report';
import { REPORT_UNWRITTEN, writeReport } from './report-file';
import { requireWritable } from './require-writable';
import type { FargateGuardrailsProps } from './settings/fargate-guardrails-props';
import type { GuardrailSetting } from './settings/guardrail-setting';
import { PLUGIN_NAME } from './settings/plugin-name';
import { asStrictAs, type Strictness, strictnessOf } from './strictness';
import { reportsWhere } from './told-before';
import { constructAt, isReporterAt, markAsGeneralJudge, noteRegistration, strictnessAt } from './who-judges';

/**
 * Checks all Fargate services in the stacks for which it is registered, including plain `ecs.FargateService`.
 *
 * Register it with `FargateGuardrails.register(app)`. In an app without stages, `Validations.of(app).addPlugins(new
 * FargateGuardrails())` also works. Acknowledge a finding with `Validations.of(construct).acknowledge({ id:
 * 'HardenedFargate::<rule>', reason: '…' })`.
 *
 * To turn off all guardrails in a unit test, set the context `'hardened-fargate:guardrails': 'off'` of its `App`.
 *
 * @example
 * FargateGuardrails.register(app, {
 *   profile: GuardrailProfile.STRICT,
 *   levels: [Guardrail.IMAGE_PINNED.off('images are scanned and rebuilt each night')],
 * });
 */
export class FargateGuardrails implements IPolicyValidationPlugin {
  /**
   * Registers guardrails for all Fargate services of an app or stage. A plain `cdk synth` then also fails on findings
   * in stages.
   */
  public static register(scope: IConstruct, props: FargateGuardrailsProps = {}): FargateGuardrails {
    const guardrails = new FargateGuardrails(props);
    Validations.of(scope).addPlugins(guardrails);
    noteRegistration(scope, guardrails);
    failBareSynthBelow(scope);
    return guardrails;
  }

  /** The prefix of acknowledgment ids. */
  public readonly name: string = PLUGIN_NAME;

  /** The ids of all guardrails. */
  public readonly ruleIds?: string[];

  private readonly strictness: Strictness;
  private readonly settings: readonly GuardrailSetting[];
  private readonly report?: string;

  constructor(props: FargateGuardrailsProps = {}) {
    this.strictness = strictnessOf(props);
    this.settings = props.levels ?? [];
    this.report = props.report;
    if (props.report !== undefined) requireWritable(props.report);
    this.ruleIds = this.strictness.known.filter(id => !(id in this.strictness.disabled));
    markAsGeneralJudge(this, this.strictness);
  }

  /** Checks the synthesized templates. The CDK calls it. */
  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    return neverFailOpen(asked => this.judge(asked))(context);
  }

  private judge(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const app = context.appConstruct;
    const isReporter = reportsWhere(context, {
      plugin: this,
      isReporter: construct => isReporterAt(construct, this),
      strictnessAt: construct => strictnessAt(construct, this.strictness),
      yields: false,
    });
    const own = this.withBaseline(context, this.findFaults(context, isReporter));
    const findings = [...own.fresh, ...asStrictAs(this.strictness, own.about)];
    if (this.report === undefined) return reportOf(findings, app, own.known.length);
    const stacks = context.stackTemplates.map(({ stackConstructPath }) => constructAt(app, stackConstructPath));
    const isAll = stacks.every(isReporter);
    const told = isAll ? { ...own, fresh: findings } : { fresh: this.findFaults(context, () => true), known: [] };
    const written = this.writeReport(this.report, context, told);
    return reportOf([...findings, ...asStrictAs(this.strictness, written)], app, own.known.length);
  }

  /** A baseline counts where no other registration judges without it. */
  private withBaseline(context: IPolicyValidationContext, findings: readonly Finding[]): Baselined {
    const app = context.appConstruct;
    const { baseline } = strictnessAt(app, this.strictness);
    if (baseline === undefined || isSwitchedOff(app)) return { fresh: findings, known: [], about: [] };
    const counts = ({ at }: Finding) => strictnessAt(constructAt(app, at.path), this.strictness).baseline?.file === baseline.file;
    const { fresh, known, about } = applyBaseline(baseline, findings.filter(counts), context);
    return { fresh: [...fresh, ...findings.filter(finding => !counts(finding))], known, about };
  }

  private findFaults(context: IPolicyValidationContext, concerns: (construct: IConstruct) => boolean): readonly Finding[] {
    if (isSwitchedOff(context.appConstruct)) return concerns(context.appConstruct) ? [switchedOff(context)] : [];
    return findFaults(context, concerns, construct => strictnessAt(construct, this.strictness));
  }

  /** A report that cannot be written is a finding, too. */
  private writeReport(
    file: string, { appConstruct, stackTemplates }: IPolicyValidationContext, { fresh, known }: Pick<Baselined, 'fresh' | 'known'>,
  ): readonly Finding[] {
    const acknowledgements = appConstruct.node.findAll().flatMap(acknowledgementsFor);
    const judgement = { findings: fresh, baselined: known, acknowledgements, settings: this.settings };
    const seen = writeReport(file, Stage.isStage(appConstruct) ? appConstruct.outdir : '.', judgement);
    if (seen === undefined) return [];
    return [{ rule: REPORT_UNWRITTEN, level: 'warning', at: { path: stackTemplates[0].stackConstructPath, property: '' }, seen }];
  }
}
