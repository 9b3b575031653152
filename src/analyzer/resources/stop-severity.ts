/**
 * The severity of a stop.
 */
export enum StopSeverity {
  /** Action needed: the task could not start, failed, or failed a health check. */
  FAILURE = 'failure',
  /** For information, such as a Spot interruption. */
  NOTICE = 'notice',
  /** Expected behavior, such as a deployment or a scale-in. */
  BENIGN = 'benign',
}
