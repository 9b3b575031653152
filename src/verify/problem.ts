import type { Reading } from '../account/reading';
import type { ContainerFacts } from '../facts/model/container';
import type { Place } from '../facts/model/place';
import type { ServiceFacts } from '../facts/model/service';
import type { TaskFacts } from '../facts/model/task';
import type { Templates } from '../facts/template/templates';

/** Something that was not checked, because only the deployment brings it, or because the account does not hold it. */
export interface Skipped {
  readonly at: Place;
  /** What was found, without capital and full stop. */
  readonly seen: string;
}

/** Something that stands in the way of a deployment: what it needs and the account does not have, or what is there already. */
export interface Problem extends Skipped {
  /** What mends it, as sentences. */
  readonly fix: string;
}

/** What is verified of an app: its templates, its tasks with their containers, and its services with their networks. */
export interface Verified {
  readonly templates: Templates;
  readonly tasks: readonly TaskFacts[];
  readonly containers: readonly ContainerFacts[];
  readonly services: readonly ServiceFacts[];
}

/** Asks the account for one kind of thing that decides whether a deployment can succeed, and names what it cannot ask for. */
export type Check = (verified: Verified, reading: Reading) => Promise<readonly (Problem | Skipped)[]>;
