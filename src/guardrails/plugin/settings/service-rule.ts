import type { GuardrailLevel } from './guardrail-level';
import type { ServiceSummary } from './service-summary';

/**
 * A guardrail of your own, judged together with those of the library.
 */
export interface IServiceRule {
  /**
   * The name, after that of whoever made the rule: `acme/three-tasks`. Findings are acknowledged with `HardenedFargate::acme/three-tasks`.
   */
  readonly id: string;

  /**
   * How grave a finding of this rule is.
   */
  readonly level: GuardrailLevel;

  /**
   * What is true of a good service, as a sentence.
   */
  readonly title: string;

  /**
   * The harm that a service without it comes to, as a sentence.
   */
  readonly why: string;

  /**
   * What to do about it, as a sentence that names the prop to set.
   */
  readonly fix: string;

  /**
   * Judges one service.
   *
   * @returns what breaks the rule, in lower case and without a full stop; nothing when the service keeps it, or when nobody can tell
   */
  judge(service: ServiceSummary): string | undefined;
}
