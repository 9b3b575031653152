import { type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';

/** How many tasks a service has when it has the fewest; ECS starts one where nobody says how many. */
export function fewestTasks({ scaling, desiredCount }: ServiceFacts): Known<number> {
  if (scaling === UNKNOWN) return UNKNOWN;
  return scaling === undefined ? desiredCount ?? 1 : scaling.minCapacity;
}
