import type { GuardrailBaseline } from './guardrail-baseline';
import type { GuardrailLevel } from './guardrail-level';
import type { GuardrailProfile } from './guardrail-profile';
import type { IServiceRule } from './service-rule';

/**
 * How strictly guardrails judge.
 */
export interface FargateGuardrailsProps {
  /**
   * Which findings stop synthesis. Single `levels` come before it.
   *
   * @default GuardrailProfile.RECOMMENDED
   */
  readonly profile?: GuardrailProfile;

  /**
   * The rules that are not judged at all, each with the reason. To allow one fault in one place, acknowledge it there instead.
   *
   * @default - every rule is judged
   */
  readonly disabled?: { [ruleId: string]: string };

  /**
   * The level of rules whose findings are to be graver or less grave here.
   *
   * @default - the level that docs/GUARDRAILS.md gives
   */
  readonly levels?: { [ruleId: string]: GuardrailLevel };

  /**
   * Rules of your own.
   *
   * @default - the rules of the library are judged alone
   */
  readonly rules?: IServiceRule[];

  /**
   * The JSON file to write the findings, the acknowledged findings and the disabled rules to, outside the cloud assembly (`cdk.out`).
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
