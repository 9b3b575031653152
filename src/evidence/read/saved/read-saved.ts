import { conform } from './conform';
import { EVIDENCE } from './evidence-shape';
import type { Evidence } from '../../model/evidence';
import { isObject, type JsonObject } from '../../model/json-fields';
import { type Findings, NO_TASK } from '../../model/partial-evidence';
import { complete } from '../complete';

/** What a bundle says of the images and secrets of a task. */
export const readStates = ({ images, secrets }: JsonObject): Pick<Partial<Evidence>, 'images' | 'secrets'> =>
  conform({ images, secrets }, { images: EVIDENCE.images, secrets: EVIDENCE.secrets }) as Pick<Partial<Evidence>, 'images' | 'secrets'>;

/** Reads evidence as it was saved or printed; what is of another type is passed over. */
export function readSaved(saved: JsonObject): Findings {
  const evidence = { task: NO_TASK, ...conform(saved, EVIDENCE) as Partial<Omit<Evidence, 'failedTasks'>> };
  const { failedTasks } = saved;
  return Array.isArray(failedTasks)
    ? { ...evidence, failedTasks: failedTasks.filter(isObject).map(task => complete(readSaved(task))) }
    : evidence;
}
