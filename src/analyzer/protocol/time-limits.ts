/**
 * How the time of one invocation is divided, in seconds.
 *
 * A function that is stopped at its timeout reports nothing: everything that it was given is handed out again, also what it
 * delivered. So each step ends before that, by its own clock.
 */
export const TIME_LIMITS = {
  /** What the function may take as a whole. */
  invocation: 45,
  /** What all explanations of a batch may take together, from the events alone. */
  explanations: 14,
  /** What one explanation may take, the reads of the account included. */
  explanation: 12,
  /** Less than this is not worth the beginning of an explanation. */
  shortestExplanation: 4,
  /** What telling people, programs and the event bus may take, with an explanation by what the account says. */
  delivery: 22,
  /** What finding out which incidents are muted may take, as part of a delivery. */
  mutes: 3,
  /** What assuming the reader role of another account may take, as part of an explanation. */
  assumingRole: 3,
  /** What setting an event aside may take. */
  settingAside: 6,
} as const;

/** What one request to a service may take, in milliseconds; with its repetitions it ends before a step does. */
export const REQUEST_LIMITS = { connectionTimeout: 1_000, requestTimeout: 2_000, socketTimeout: 2_000, maxAttempts: 3 } as const;
