import type { BaselineEntry } from '../../guardrails/baseline';
import type { Finding } from '../../guardrails/evaluate';

/** What guardrails found in templates, compared with a baseline where there is one. */
export interface JudgedTemplates {
  /** The findings that no baseline records, those about what was not judged included. */
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** The entries of the baseline that no finding matches. */
  readonly stale: readonly BaselineEntry[];
  /** The type of each resource that was judged. */
  readonly judged: readonly string[];
}
