import {
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyValidationPluginReport,
  Stage,
  Validations,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { acknowledgementsFor } from './acknowledgements';
import { failBareSynthBelow } from './bare-synth';
import type { Finding } from '../evaluate';
import type { FargateGuardrailsProps } from './fargate-guardrails-props';
import { findFaults } from './judge-services';
import { isSwitchedOff } from './off-switch';
import { PLUGIN_NAME, reportOf } from './report';
import { REPORT_UNWRITTEN, writeReport } from './report-file';
import { asStrictAs, type Strictness, strictnessOf } from './strictness';
import { generalJudgeOf, markAsGeneralJudge } from './who-judges';

/**
 * Judges every Fargate service in the stacks it is registered for, plain `ecs.FargateService` included.
 *
 * Register it with `Validations.of(app).addPlugins(new FargateGuardrails())`, or with `FargateGuardrails.register(app)` where the app
 * has stages. Acknowledge a finding with `Validations.of(construct).acknowledge({ id: 'HardenedFargate::<rule>', reason: '…' })`.
 *
 * Unit tests of yours that synthesize unsafe services on purpose switch all guardrails off with the context
 * `'hardened-fargate:guardrails': 'off'` of their `App`.
 */
export class FargateGuardrails implements IPolicyValidationPlugin {
  /**
   * Registers guardrails for every Fargate service of an app or stage, and has a bare `cdk synth` fail on findings in its stages, too.
   */
  public static register(scope: IConstruct, props: FargateGuardrailsProps = {}): FargateGuardrails {
    const guardrails = new FargateGuardrails(props);
    Validations.of(scope).addPlugins(guardrails);
    failBareSynthBelow(scope);
    return guardrails;
  }

  /** The name that acknowledgements begin with. */
  public readonly name: string = PLUGIN_NAME;

  /** The ids of all rules. */
  public readonly ruleIds?: string[];

  private readonly strictness: Strictness;
  private readonly report?: string;

  constructor(props: FargateGuardrailsProps = {}) {
    this.strictness = strictnessOf(props);
    this.report = props.report;
    this.ruleIds = this.strictness.known.filter(id => !(id in this.strictness.disabled));
    markAsGeneralJudge(this);
  }

  /** Called by the CDK when the templates are written. */
  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    if (isSwitchedOff(context.appConstruct)) return reportOf([]);
    const findings = findFaults(context, construct => (generalJudgeOf(construct) ?? this) === this, this.strictness);
    return reportOf([...findings, ...asStrictAs(this.strictness, this.writeReport(context, findings))]);
  }

  /** A report that cannot be written is a finding, too. */
  private writeReport({ appConstruct, stackTemplates }: IPolicyValidationContext, findings: readonly Finding[]): readonly Finding[] {
    if (this.report === undefined) return [];
    const acknowledgements = appConstruct.node.findAll().flatMap(acknowledgementsFor);
    const judgement = { findings, acknowledgements, disabled: this.strictness.disabled };
    const seen = writeReport(this.report, Stage.isStage(appConstruct) ? appConstruct.outdir : '.', judgement);
    return seen === undefined ? [] : [{ rule: REPORT_UNWRITTEN, at: { path: stackTemplates[0].stackConstructPath, property: '' }, seen }];
  }
}
