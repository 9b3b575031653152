import type { Incident } from './incident';
import type { Diagnosis, QuotedClue } from '../diagnosis/model/diagnosis';

/**
 * The incident with what was found in the second look.
 *
 * A message that is due stays due, and none becomes due: nobody is told of a second look by itself.
 */
export const afterSecondLook = (
  incident: Incident, { cause, severity, title, container }: Diagnosis, clues: readonly QuotedClue[], now: number,
): Incident => ({ ...incident, cause, severity, title, container, secondLook: { at: new Date(now).toISOString(), clues } });
