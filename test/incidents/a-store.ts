import type { Incident } from '../../src/incidents/incident';
import type { IncidentStore } from '../../src/incidents/incident-store';

interface KeptStore extends IncidentStore {
  /** The keys of stops that are marked as counted. */
  readonly marked: ReadonlySet<string>;
  /** Diagnoses, by the incident. */
  readonly diagnoses: ReadonlyMap<string, string>;
}

const unused = (): never => {
  throw new Error('no test of one incident asks this');
};

/** A store that keeps one incident in memory; a few writes fail first, because somebody else wrote meanwhile what a test says. */
export function aStore(incident?: Incident, meanwhile: readonly Incident[] = []): KeptStore {
  const marked = new Set<string>();
  const diagnoses = new Map<string, string>();
  const others = [...meanwhile];
  let [kept, revision] = [incident, 1];
  return {
    marked,
    diagnoses,
    isCounted: key => Promise.resolve(marked.has(key)),
    markCounted: key => Promise.resolve(void marked.add(key)),
    read: () => Promise.resolve({ incident: kept, revision }),
    write: (changed, read) => {
      const other = others.shift();
      if (other !== undefined) [kept, revision] = [other, revision + 1];
      if (read !== revision) return Promise.resolve(false);
      [kept, revision] = [changed, revision + 1];
      return Promise.resolve(true);
    },
    saveDiagnosis: (id, json) => Promise.resolve(void diagnoses.set(id, json)),
    diagnosisOf: id => Promise.resolve(diagnoses.get(id)),
    claimStop: unused,
    noteStop: unused,
    list: unused,
    takeTurn: unused,
    beginRollout: unused,
    endRollout: unused,
    rolloutOf: unused,
  };
}
