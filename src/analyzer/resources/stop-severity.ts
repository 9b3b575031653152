/**
 * How bad a stop is.
 */
export enum StopSeverity {
  /** Something to mend: the task could not start, failed, or was failed by a check. */
  FAILURE = 'failure',
  /** Something to know of, such as a Spot interruption. */
  NOTICE = 'notice',
  /** Ordinary life, such as a deployment or a scale-in. */
  BENIGN = 'benign',
}
