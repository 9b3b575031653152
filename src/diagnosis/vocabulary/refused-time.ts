/**
 * How AWS refuses a request whose time is not its own: the keys may well be right.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
export const REFUSED_TIME: readonly string[] = [
  'Signature expired',
  'Signature not yet current',
  'RequestTimeTooSkewed',
  'difference between the request time and',
  'RequestExpired',
];
