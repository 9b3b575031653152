import type { GuardrailLevel } from './guardrail-level';
import type { ServiceSummary } from './service-summary';

/**
 * Your own guardrail, which is checked together with those of the library.
 */
export interface IServiceRule {
  /**
   * The id, with the name of your organization first: `acme/three-tasks`. Findings are acknowledged with
   * `HardenedFargate::acme/three-tasks`.
   */
  readonly id: string;

  /**
   * The level of the rule's findings.
   */
  readonly level: GuardrailLevel;

  /**
   * The requirement, as a sentence with "should".
   */
  readonly title: string;

  /**
   * The effect on a service that does not meet the requirement, as a sentence.
   */
  readonly why: string;

  /**
   * The fix, as a sentence that names the prop to set.
   */
  readonly fix: string;

  /**
   * Checks one service.
   *
   * @returns what was found, in lower case and without a period; undefined if the service meets the requirement, or
   * if this is not known
   */
  judge(service: ServiceSummary): string | undefined;
}
