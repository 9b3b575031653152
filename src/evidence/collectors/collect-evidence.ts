import { COLLECTORS } from './catalogue';
import type { Collector } from './collector';
import { gatherEvidence, type GatheringOptions } from './gather-evidence';
import type { Account } from '../collect/account';
import type { Evidence } from '../model/evidence';

/** What is read, and what is redacted of it. */
export interface CollectionOptions extends GatheringOptions {
  /** Only these are asked; by default all that a stop has at once. */
  readonly collectors?: readonly Collector[];
}

/** The evidence in one JSON value, with what the account says of it, redacted. */
export const collectEvidence = (
  input: unknown, account: Account, { collectors = COLLECTORS, ...options }: CollectionOptions = {},
): Promise<readonly Evidence[]> => gatherEvidence(input, account, collectors, options);
