import type { Action, Confidence, QuotedClue } from './diagnosis';
import type { EvidencePart } from './evidence-part';
import type { LogTopic, StopFamily } from './families';
import type { CauseId } from '../../causes/catalogue';
import type { Evidence } from '../../evidence/model/evidence';
import type { ChangeAspect } from '../../evidence/model/settings';

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

/** A page of the AWS console: that of the role, the repository, the log of the container, or the service. */
export type ConsolePage = 'role' | 'repository' | 'log' | 'service';

/** How one cause is recognized, and all that is known of it: a form that is filled in. */
export interface Signature {
  readonly cause: CauseId;
  /** How sure this signature can ever be. */
  readonly atBest: Confidence;
  /** Whether this names what failed and not why, so that every likely reason comes first. */
  readonly saysLeast?: true;
  /** Whether the same task, started again unchanged, may well succeed; null when nobody can tell, or when the stop was intended. */
  readonly retriable: boolean | null;
  /** What happened and what to do, for a tired person. */
  readonly says: string;
  /** How to tell whether it was this cause, when it is only one of several. */
  readonly toConfirm: string;
  /** The parts of the evidence that `clues` reads; where one is missing, the diagnosis names it. */
  readonly reads: readonly EvidencePart[];
  /** What this happens to, if not to one container. */
  readonly concerns?: 'task' | 'deployment' | 'service';
  /** The general cause of which this is one form: beside this one, the general one adds nothing. */
  readonly broader?: CauseId;
  /** Whether this only names what was seen, so that it is no more than possible where the log says why. */
  readonly isSymptom?: true;
  /** Whether a line of the log that this recognizes is why something else was seen. */
  readonly explainsSymptoms?: true;
  /** What a failure that was taken for this one often turns out to be, the more frequent first. */
  readonly oftenConfused?: readonly CauseId[];
  /** Whether only a log tells this from what it is often confused with: without one, none of those is named. */
  readonly onlyLogTellsApart?: true;
  /** What an error in the log is about that no known message fits, if it is of this cause. */
  readonly logTopics?: readonly LogTopic[];
  /** What ECS speaks of when it may be this cause, and its place among the causes of the family, the most frequent first. */
  readonly stopFamilies?: { readonly [family in StopFamily]?: number };
  /** Where the console says more, the best page first. */
  readonly consolePages?: readonly ConsolePage[];
  /** What in a task definition brings this about when a new revision changes it. */
  readonly suspectChanges?: readonly ChangeAspect[];
  /** Each of these alone must reach `atBest`. */
  readonly seenIn: readonly Sighting[];
  readonly clues: (evidence: Evidence) => readonly Clue[];
  readonly actions: (evidence: Evidence) => readonly Action[];
}
