import type { Fact, Known } from './fact';
import type { SecurityGroupFacts } from './network';
import type { Place } from './place';

/** A database or a cache of the app whose address or password a container is given. */
export interface DatabaseFacts {
  /** Where its security groups are written. */
  readonly at: Place;
  readonly id: string;
  /** Absent for the port of its engine. */
  readonly port: Fact<number>;
  readonly securityGroups: Known<readonly SecurityGroupFacts[]>;
}
