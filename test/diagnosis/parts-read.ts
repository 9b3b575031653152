import { evidenceOfSighting } from './sighting';
import { type EvidencePart, FIELDS_OF } from '../../src/diagnosis/model/evidence-part';
import type { Signature } from '../../src/diagnosis/model/signature';
import type { Evidence } from '../../src/evidence/model/evidence';

/** Evidence as signatures have seen it. */
export interface Sightings {
  readonly all: readonly Evidence[];
  /** Where the stop says nothing itself, events and logs that quote ECS are read in its place. */
  readonly speaking: readonly Evidence[];
  /** Each also as that of a task of which a container ended by itself: most signatures ask how first. */
  readonly ended: readonly Evidence[];
}

export function sightingsOf(signatures: readonly Signature[]): Sightings {
  const all = signatures.flatMap(({ seenIn }) => seenIn).map(evidenceOfSighting);
  const ended = ['Essential container in task exited', 'Task failed ELB health checks in (target-group web)'].flatMap(stoppedReason => all
    .filter(({ task }) => !task.stoppedReason)
    .map(evidence => ({ ...evidence, task: { ...evidence.task, stoppedReason } })));
  return { all, speaking: all.filter(({ task }) => task.stoppedReason), ended };
}

/** Which parts of this evidence a signature reads. */
export function partsRead({ clues }: Pick<Signature, 'clues'>, evidence: Evidence): readonly EvidencePart[] {
  const fields = new Set<string>();
  const watched = new Proxy(evidence, {
    get: (target, field: string) => {
      fields.add(field);
      return target[field as keyof Evidence];
    },
  });
  clues(watched);
  return (Object.keys(FIELDS_OF) as EvidencePart[]).filter(part => FIELDS_OF[part].some(field => fields.has(field)));
}

/** Which parts of any of this evidence a signature reads. */
export const readOf = (signature: Pick<Signature, 'clues'>, all: readonly Evidence[]): readonly EvidencePart[] =>
  [...new Set(all.flatMap(evidence => partsRead(signature, evidence)))];
