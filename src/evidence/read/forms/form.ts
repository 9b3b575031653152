import type { JsonObject } from '../../model/json-fields';
import type { Findings } from '../../model/partial-evidence';
import type { UnreadableEvidence } from '../unreadable-evidence';

/** What a value turned out to hold. */
export interface Content {
  /** What was recognized, in the words of the CLI, such as `a describe-services answer`. */
  readonly forms: readonly string[];
  readonly findings: readonly Findings[];
  /** Whatever was found to work, one sentence each. */
  readonly healthy: readonly string[];
  /** What was understood and tells of no stop, such as `the routes of a subnet`. */
  readonly noted: readonly string[];
  readonly unreadable: readonly UnreadableEvidence[];
}

/** Reads a value that stands inside another one. */
export type ReadInner = (value: unknown, place: string) => Content;

/** One shape of JSON in which people hold a failure. */
export interface Form {
  /** With its article, such as `a describe-services answer`. */
  readonly name: string;
  readonly recognizes: (value: JsonObject) => boolean;
  readonly read: (value: JsonObject, place: string, readInner: ReadInner) => Partial<Content>;
}
