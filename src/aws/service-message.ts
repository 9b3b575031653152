/** Whether a message says that something failed. */
export const tellsOfFailure = (message: string): boolean =>
  /\b(?:unable|failed|unhealthy|rolling back|impaired|throttled)\b/i.test(message);

/** Whether a message says that the service has what it should have. */
export const tellsOfSteadyState = (message: string): boolean => /has reached a steady state/.test(message);
