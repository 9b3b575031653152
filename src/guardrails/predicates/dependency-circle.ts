import type { ContainerFacts } from '../../facts/model/container';
import { isKnown } from '../../facts/model/fact';

/** Whether a container waits, directly or through others, until it has started itself. */
export function waitsForItself(container: ContainerFacts, containers: readonly ContainerFacts[]): boolean {
  const awaited = new Set<ContainerFacts>();
  const visit = (each: ContainerFacts): void => {
    for (const next of awaitedBy(each, containers).filter(other => !awaited.has(other))) {
      awaited.add(next);
      visit(next);
    }
  };
  visit(container);
  return awaited.has(container);
}

function awaitedBy({ dependsOn }: ContainerFacts, containers: readonly ContainerFacts[]): readonly ContainerFacts[] {
  const names = (isKnown(dependsOn) ? dependsOn : []).map(({ container }) => container).filter(isKnown);
  return containers.filter(({ name }) => isKnown(name) && names.includes(name));
}
