import type { Reading } from '../account/reading';
import type { ContainerFacts } from '../facts/model/container';
import type { Place } from '../facts/model/place';
import type { ServiceFacts } from '../facts/model/service';
import type { TaskFacts } from '../facts/model/task';

/** Something that a deployment needs and that the account does not have. */
export interface Problem {
  readonly at: Place;
  /** What was found, without capital and full stop. */
  readonly seen: string;
}

/** What is verified of an app: its tasks with their containers, and its services with their networks. */
export interface Verified {
  readonly tasks: readonly TaskFacts[];
  readonly containers: readonly ContainerFacts[];
  readonly services: readonly ServiceFacts[];
}

/** Asks the account for one kind of thing that templates refer to and do not create. */
export type Check = (verified: Verified, reading: Reading) => Promise<readonly Problem[]>;
