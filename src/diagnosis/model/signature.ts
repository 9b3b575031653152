import type { Action, Confidence, QuotedClue } from './diagnosis';
import type { CauseId } from '../../causes/catalogue';
import type { Evidence } from '../../evidence/model/evidence';

/** A quotation that points to a cause, and how surely it does. */
export interface Clue extends QuotedClue {
  readonly confidence: Confidence;
}

/** The least evidence with which a real task showed this cause. */
export interface Sighting {
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  readonly containerReason?: string;
  readonly exitCode?: number;
  readonly serviceEvent?: string;
  readonly log?: readonly string[];
  /** `service:NAME` or `family:NAME`. */
  readonly group?: string;
}

/** How one cause is recognised: a form that is filled in. */
export interface Signature {
  readonly cause: CauseId;
  /** How sure this signature can ever be. */
  readonly atBest: Confidence;
  /** Whether any other cause, of the same certainty, says more than this one: it names what failed, and not why. */
  readonly saysLeast?: true;
  /** Whether the same task, started again unchanged, may well succeed. */
  readonly retriable: boolean | null;
  /** What happened and what to do, for a tired person. */
  readonly says: string;
  /** How to tell whether it was this cause, when it is only one of several. */
  readonly toConfirm: string;
  /** Each of these alone must reach `atBest`. */
  readonly seenIn: readonly Sighting[];
  readonly clues: (evidence: Evidence) => readonly Clue[];
  readonly actions: (evidence: Evidence) => readonly Action[];
}
