import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport } from 'aws-cdk-lib';
import { CATALOGUE } from './catalogue';
import { judgeServices } from './judge-services';
import { NOT_JUDGED } from './not-judged';
import { PLUGIN_NAME } from './report';
import { generalJudgeOf, markAsGeneralJudge } from './who-judges';

/**
 * Judges every Fargate service in the stacks it is registered for, plain `ecs.FargateService` included.
 *
 * Register it with `Validations.of(app).addPlugins(new FargateGuardrails())`.
 * Acknowledge a finding with `Validations.of(construct).acknowledge({ id: 'HardenedFargate::<rule>', reason: '…' })`.
 */
export class FargateGuardrails implements IPolicyValidationPlugin {
  /** The name that acknowledgements begin with. */
  public readonly name: string = PLUGIN_NAME;

  /** The ids of all rules. */
  public readonly ruleIds?: string[] = [...CATALOGUE, NOT_JUDGED].map(({ id }) => id);

  public constructor() {
    markAsGeneralJudge(this);
  }

  /** Called by the CDK when the templates are written. */
  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    return judgeServices(context, construct => (generalJudgeOf(construct) ?? this) === this);
  }
}
