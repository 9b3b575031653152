/**
 * How grave a finding is.
 */
export enum GuardrailLevel {
  /** Stops synthesis until it is mended or acknowledged with a reason. */
  ERROR = 'error',
  /** Is reported, and stops nothing unless `cdk --strict` asks for it. */
  WARNING = 'warning',
}
