import { guiltyContainer } from './guilty-container';
import type { Evidence } from '../../evidence/model/evidence';
import type { Confidence } from '../model/diagnosis';
import type { Clue } from '../model/signature';

/** The exit code of the container that ended the task. */
export const exitCodeOf = (evidence: Evidence): number | undefined => guiltyContainer(evidence)?.exitCode;

/** A clue that quotes this exit code. */
export function exitClue(evidence: Evidence, confidence: Confidence, says: string): Clue {
  const container = guiltyContainer(evidence);
  return {
    confidence,
    source: container?.name ? `container ${container.name}` : 'container',
    quote: `exit code ${container?.exitCode}`,
    says,
  };
}
