/**
 * How often a stop is tried.
 *
 * The function sets a stop aside with the reason before the queue would do it without one; the queue does it only for what
 * the function could not even take, or not set aside.
 */
export const ATTEMPTS = { ofFunction: 5, ofQueue: 8 } as const;
