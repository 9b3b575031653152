import type { ReadAction } from '../evidence/collect/account-reads';
import { type Granted, policyDocument, readPolicy } from '../evidence/collect/read-policy';

/** The IAM policy that allows reads and nothing else, as JSON. */
export const readPolicyAsJson = (actions: readonly ReadAction[], granted?: Granted): string =>
  JSON.stringify(policyDocument(readPolicy(actions, granted)), undefined, 2);
