import type { GuardrailBaseline } from './guardrail-baseline';
import type { GuardrailProfile } from './guardrail-profile';
import type { GuardrailSetting } from './guardrail-setting';
import type { IServiceRule } from './service-rule';

/**
 * Props of `FargateGuardrails`.
 */
export interface FargateGuardrailsProps {
  /**
   * The findings that stop synthesis. `levels` overrides it for single guardrails.
   *
   * @default GuardrailProfile.RECOMMENDED
   */
  readonly profile?: GuardrailProfile;

  /**
   * Changes the level of single guardrails, or turns them off: `[Guardrail.IMAGE_PINNED.off('…')]`. To accept a
   * finding for one construct, acknowledge it instead.
   *
   * @default - the levels in docs/GUARDRAILS.md
   */
  readonly levels?: GuardrailSetting[];

  /**
   * Your own rules.
   *
   * @default - only the rules of the library
   */
  readonly rules?: IServiceRule[];

  /**
   * The JSON file to write the findings, the acknowledged findings, and `levels` to, outside the cloud assembly (`cdk.out`).
   *
   * @default - no file is written; the CDK's own report is `validation-report.json` in the cloud assembly
   */
  readonly report?: string;

  /**
   * The findings to ignore for now. Only findings that are not in the baseline stop synthesis. If a construct is
   * registered more than once, all registrations must have the same baseline.
   *
   * @default - no findings are ignored
   */
  readonly baseline?: GuardrailBaseline;
}
