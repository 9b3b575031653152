/** Deeper than our own calls and those of the CDK together. */
const FRAMES = 50;

/**
 * Has the CDK keep the line of the user's app for all that is made until the end of the block. Node keeps ten calls, which are
 * all our own and the CDK's where a construct is made of others, so that a finding would be printed without a line.
 */
export function keepUserLine(): Disposable {
  const { stackTraceLimit: before } = Error;
  // Whoever keeps no calls at all means it.
  if (before > 0) Error.stackTraceLimit = Math.max(before, FRAMES);
  return { [Symbol.dispose]: () => void (Error.stackTraceLimit = before) };
}
