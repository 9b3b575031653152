import type { FaultName } from '../../fake-aws/faults';

/** What a gap says of a call that fails so. */
export const BECAUSE: Readonly<Record<FaultName, (action: string) => RegExp>> = {
  'denied': action => new RegExp(`^the call is denied; allow ${action}$`),
  'throttled': () => /^the call was throttled, also after a retry$/,
  'down': () => /^AWS returned a server error \(ServiceUnavailable\)$/,
  'reset': () => /^the call failed with .*: socket hang up$/,
  'silent': () => /^the call got no response within 3 s$/,
  'malformed': () => /^the call failed with \w+: /,
  'empty': () => /^the response of the call is empty$/,
  // Of a page in place of XML nothing is left that the call has as an answer.
  'the page of a proxy': () => /^(?:the call failed with \w+: |the response of the call is empty$)/,
};
