import type { ReadAction } from './account-reads';
import type { Gap } from '../model/gap';
import type { JsonObject } from '../model/json-fields';
import type { Place } from '../model/place';

/**
 * What came of a call: its answer, that the thing it asked for does not exist, or a gap.
 *
 * What was denied, throttled or too slow is unknown, never absent.
 */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: JsonObject }
  | { readonly kind: 'missing'; readonly because: string }
  | { readonly kind: 'gap'; readonly gap: Gap };

/** Reads the account by one of the declared calls; it is never rejected. */
export interface Account {
  /** The outcome of a call; of the same call again, the same outcome, unless it is asked for anew. */
  readonly read: (action: ReadAction, input: JsonObject, how?: CallOptions) => Promise<Outcome>;
}

/** How a call is made. */
export interface CallOptions {
  /** Whether it is made again although it was made before. */
  readonly anew?: true;
  /** Another Region than that of the account that is read. */
  readonly region?: string;
}

/** Finds who reads the account of a place: a gap where that failed, nothing where nobody may; never rejected. */
export type AccountAt = (place: Place) => Promise<Account | Gap | undefined>;

/** Whether there is somebody who reads the account. */
export const isAccount = (found: Account | Gap | undefined): found is Account => found !== undefined && 'read' in found;

/** Sends one call to AWS: its answer as plain JSON, or rejected with the error of AWS. */
export type Send = (action: ReadAction, input: JsonObject, signal: AbortSignal, region?: string) => Promise<JsonObject>;
