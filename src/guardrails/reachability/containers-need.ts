import type { ContainerFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';

/** The AWS services, named like their endpoints, that the containers of a service need; `UNKNOWN` for each that nobody can name. */
export function containersNeed({ task }: ServiceFacts, needs: (container: ContainerFacts) => readonly Known<string>[]): readonly Known<string>[] {
  return isKnown(task) && isKnown(task.containers) ? task.containers.flatMap(needs) : [UNKNOWN];
}
