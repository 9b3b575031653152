import type { GuardrailBaseline } from './guardrail-baseline';
import type { GuardrailProfile } from './guardrail-profile';
import type { GuardrailSetting } from './guardrail-setting';
import type { IServiceRule } from './service-rule';

/**
 * How strictly guardrails judge.
 */
export interface FargateGuardrailsProps {
  /**
   * Which findings stop synthesis. `levels` override it for single guardrails.
   *
   * @default GuardrailProfile.RECOMMENDED
   */
  readonly profile?: GuardrailProfile;

  /**
   * The guardrails whose findings have another level here, or that are off: `[Guardrail.IMAGE_PINNED.off('…')]`. To accept a finding
   * in one place, acknowledge it there instead.
   *
   * @default - every guardrail has the level of its class, which docs/GUARDRAILS.md gives
   */
  readonly levels?: GuardrailSetting[];

  /**
   * Rules of your own.
   *
   * @default - the rules of the library are judged alone
   */
  readonly rules?: IServiceRule[];

  /**
   * The JSON file to write the findings, the acknowledged findings, and `levels` to, outside the cloud assembly (`cdk.out`).
   *
   * @default - no file is written; the CDK's own report is `validation-report.json` in the cloud assembly
   */
  readonly report?: string;

  /**
   * The findings that may stay for now: only those that it does not record stop synthesis. Where a construct is registered more
   * than once, all of them must name the same baseline.
   *
   * @default - every finding counts
   */
  readonly baseline?: GuardrailBaseline;
}
