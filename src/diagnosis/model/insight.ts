import type { Action, QuotedClue } from './diagnosis';
import type { EvidencePart } from './evidence-part';
import type { Clue } from './signature';
import type { CauseId } from '../../causes/catalogue';
import type { Evidence } from '../../evidence/model/evidence';

/** Words of the account that speak against a cause. */
export interface Doubt extends QuotedClue {
  /** Whether it was so before the task stopped already, so that it refutes the cause. */
  readonly wasSoBefore?: boolean;
}

/** What measurements and settings add to causes that are recognized by words. */
export interface Insight {
  readonly causes: readonly CauseId[];
  /** The parts of the evidence that this reads. */
  readonly reads: readonly EvidencePart[];
  /** Whether this says more of a cause that is certain without it, so that it is worth asking for then, too. */
  readonly deepens?: true;
  /** Whether this is only told if its evidence is there anyway, so that nothing is asked for it. */
  readonly asksNothing?: true;
  /** Whether what this adds can be surer than the words ever are. */
  readonly proves?: true;
  /** Whether the evidence has what this reads. */
  readonly isGiven: (evidence: Evidence) => boolean;
  /** Clues beside those that the words gave. */
  readonly clues: (evidence: Evidence, cause: CauseId, said: readonly Clue[]) => readonly Clue[];
  /** What speaks against the cause: how the account is after the stop, which may have been mended since. */
  readonly against?: (evidence: Evidence, cause: CauseId) => readonly Doubt[];
  /** What is then said of the cause; undefined leaves the usual words. */
  readonly says: (evidence: Evidence) => string | undefined;
  /** What is then to do, given what usually is. */
  readonly actions: (evidence: Evidence, usual: readonly Action[]) => readonly Action[];
}
