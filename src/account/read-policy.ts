import type { ReadAction } from '../evidence/collect/account-reads';
import { policyDocument, readPolicy as statementsFor } from '../evidence/collect/read-policy';

/** The IAM policy that allows reads and nothing else, as JSON. */
export const readPolicy = (actions: readonly ReadAction[]): string => JSON.stringify(policyDocument(statementsFor(actions)), undefined, 2);
