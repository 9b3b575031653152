import type { Outcome } from './account';
import type { ReadAction } from './account-reads';
import { isObject, text, wholeNumber } from '../model/json-fields';

const NOT_THERE = /(?:NotFound|NoSuchEntity|NoSuchResource|DoesNotExist)(?:Exception)?$/;

/** The SDK knows where to send a call only when it knows the Region. */
const NO_REGION = /^Error: Region is missing/;

/** CloudFormation names no error of its own for it. */
const NOT_THERE_IN_WORDS = /^ValidationError: .*\bdoes not exist\b/;

/** Says why a call failed; `said` are the words of its error. */
type Because = (action: ReadAction, name: string, said: string) => string;

/** Why a call failed, by the name of its error or by its HTTP status. */
const REASONS: readonly (readonly [name: RegExp, statuses: readonly number[], because: Because])[] = [
  [
    /(?:CredentialsProvider|ExpiredToken|UnrecognizedClient|InvalidClientTokenId|SignatureDoesNotMatch|TokenProvider)/, [],
    (_action, _name, said) => `the call has no valid credentials (${said}); sign in, or name a profile that has them`,
  ],
  [
    /(?:AccessDenied|UnauthorizedOperation|NotAuthorized|AuthorizationError)/, [403],
    action => `the call is denied; allow ${action}`,
  ],
  [
    /(?:Throttl|TooManyRequests|RequestLimitExceeded|SlowDown)/, [429],
    () => 'the call was throttled, also after a retry',
  ],
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, [], (_action, name) => `no host of AWS was found (${name}); check the Region and the network`],
  [/^Internal/, [500, 502, 503, 504], (_action, name) => `AWS returned a server error (${name})`],
];

/** What an error of the SDK says of the thing that was asked for: that it does not exist, or nothing, and then why not. */
export function failureOf(action: ReadAction, error: unknown): Outcome {
  const name = nameOf(error);
  const said = `${name}: ${error instanceof Error ? error.message : String(error)}`;
  if (NOT_THERE.test(name) || NOT_THERE_IN_WORDS.test(said)) return { kind: 'missing', because: said };
  if (NO_REGION.test(said)) return gapOf(action, 'no Region is set; name it with --region or AWS_REGION, or in the profile');
  const status = statusOf(error);
  const reason = REASONS.find(([form, statuses]) => form.test(name) || status !== undefined && statuses.includes(status));
  return gapOf(action, reason === undefined ? `the call failed with ${said}` : reason[2](action, name, said.replace(/\.$/, '')));
}

/** A gap that names the call. */
export const gapOf = (action: ReadAction, because: string): Outcome => ({ kind: 'gap', gap: { source: action, because } });

/** A fault of the network has a code, such as `ECONNRESET`. */
function nameOf(error: unknown): string {
  if (!isObject(error)) return 'an error';
  return text(error.code) ?? text(error.name) ?? 'an error';
}

function statusOf(error: unknown): number | undefined {
  const metadata = isObject(error) ? error.$metadata : undefined;
  return isObject(metadata) ? wholeNumber(metadata.httpStatusCode) : undefined;
}
