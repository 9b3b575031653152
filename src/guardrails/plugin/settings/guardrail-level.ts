/**
 * The level of a finding.
 */
export enum GuardrailLevel {
  /** Stops synthesis until it is fixed or acknowledged with a reason. */
  ERROR = 'error',
  /** Is reported. It stops synthesis only with `cdk --strict`. */
  WARNING = 'warning',
}
