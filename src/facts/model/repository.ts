import type { Fact, Known } from './fact';
import type { Place } from './place';

/** A rule of a lifecycle policy: which images a repository deletes, and when. */
export interface ExpiryFacts {
  /** `any`, `tagged` or `untagged`. */
  readonly tagStatus: Known<string>;
  /** How many images stay; absent where their number does not decide. */
  readonly mostImages: Fact<number>;
  /** How many days after it was pushed an image is deleted; absent where its age does not decide. */
  readonly mostDays: Fact<number>;
}

/** A private repository in ECR that the app declares. */
export interface RepositoryFacts {
  /** Where its lifecycle policy is written. */
  readonly at: Place;
  /** Whether the template of the task creates it, and nothing in that template pushes an image to it. */
  readonly createdWithTask: Known<boolean>;
  readonly mutableTags: Known<boolean>;
  readonly expiries: Known<readonly ExpiryFacts[]>;
}
