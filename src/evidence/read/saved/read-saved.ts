import { EVIDENCE } from './evidence-shape';
import { inShape } from './in-shape';
import type { Evidence } from '../../model/evidence';
import type { Gap } from '../../model/gap';
import { isObject, type JsonObject } from '../../model/json-fields';
import { type Findings, NO_TASK } from '../../model/partial-evidence';
import { complete } from '../complete';

/** What of a bundle is in the form of evidence already: what collectors say of the account. */
export const readStates = (bundle: JsonObject): Partial<Evidence> => inShape(bundle, STATES) as Partial<Evidence>;

const { images, secrets, resources, simulated, rollout, trail, gaps } = EVIDENCE;

const STATES = { images, secrets, resources, simulated, rollout, trail };

/** What could not be had of the account. */
export const readGaps = (bundle: JsonObject): readonly Gap[] => inShape(bundle.gaps, gaps) as readonly Gap[];

/** Whether a value is evidence that was saved. */
export const isSaved = (value: JsonObject): boolean => Array.isArray(value.savedEvidence);

/** Reads evidence as it was saved or printed; what is of another type is passed over. */
export function readSaved(saved: JsonObject): Findings {
  const evidence = { task: NO_TASK, ...inShape(saved, EVIDENCE) as Partial<Omit<Evidence, 'failedTasks'>> };
  const { failedTasks } = saved;
  return Array.isArray(failedTasks)
    ? { ...evidence, failedTasks: failedTasks.filter(isObject).map(task => complete(readSaved(task))) }
    : evidence;
}
