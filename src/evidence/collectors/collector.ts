import type { CauseId } from '../../causes/catalogue';
import type { EvidencePart } from '../../diagnosis/model/evidence-part';
import type { CallOptions, Outcome } from '../collect/account';
import type { ReadAction } from '../collect/account-reads';
import type { Evidence } from '../model/evidence';
import type { JsonObject } from '../model/json-fields';

/** Fields of an evidence bundle, with the answers of AWS as they are. */
export type Answers = JsonObject;

/** Asks the account. */
export interface Ask {
  /** The answer of a call; undefined where there is none, and then the evidence says why. */
  readonly answer: (action: ReadAction, input: JsonObject, how?: CallOptions) => Promise<JsonObject | undefined>;
  /** What came of a call, for whom a thing that does not exist is an answer. */
  readonly outcome: (action: ReadAction, input: JsonObject, how?: CallOptions) => Promise<Outcome>;
  /** Puts on record what could not be had for another reason. */
  readonly gap: (source: string, because: string) => void;
}

/** How parts of the evidence are had from the account: a form that is filled in. */
export interface Collector {
  /** As `StopAnalyzerProps.evidence` names it. */
  readonly name: string;
  /** What it brings, in words. */
  readonly tells: string;
  /** The parts of the evidence that it brings; it runs only where a candidate cause reads one of them. */
  readonly brings: readonly EvidencePart[];
  /** It runs only where one of these causes is suspected; absent where the part alone decides. */
  readonly causes?: readonly CauseId[];
  /** Every call that it makes. */
  readonly calls: readonly ReadAction[];
  readonly collect: (evidence: Evidence, ask: Ask, suspected: readonly CauseId[]) => Promise<Answers>;
}
