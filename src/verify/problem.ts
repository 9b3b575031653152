import type { Reading } from '../account/reading';
import type { ContainerFacts } from '../facts/model/container';
import type { Place } from '../facts/model/place';
import type { ServiceFacts } from '../facts/model/service';
import type { TaskFacts } from '../facts/model/task';
import type { Templates } from '../facts/template/templates';

/** Something that stands in the way of a deployment: what it needs and the account does not have, or what is there already. */
export interface Problem {
  readonly at: Place;
  /** What was found, without capital and full stop. */
  readonly seen: string;
  /** What mends it, as sentences. */
  readonly fix: string;
}

/** Something that only the deployment itself brings. */
export type Skipped = Omit<Problem, 'fix'>;

/** What is verified of an app: its templates, its tasks with their containers, and its services with their networks. */
export interface Verified {
  readonly templates: Templates;
  readonly tasks: readonly TaskFacts[];
  readonly containers: readonly ContainerFacts[];
  readonly services: readonly ServiceFacts[];
}

/** Asks the account for one kind of thing that decides whether a deployment can succeed. */
export type Check = (verified: Verified, reading: Reading) => Promise<readonly Problem[]>;
