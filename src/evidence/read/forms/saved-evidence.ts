import type { Form } from './form';
import { type JsonObject, objects, wholeNumber } from '../../model/json-fields';
import type { Findings } from '../../model/partial-evidence';
import { join } from '../read-event';
import { readMemoryUse } from '../read-memory-use';
import { isSaved, readGaps, readSaved, readStates } from '../saved/read-saved';

/** What `diagnose --save` wrote, with what the account was asked for since. */
export const savedEvidence: Form = {
  name: 'saved evidence',
  recognizes: isSaved,
  read: (value, place) => ({ findings: objects(value.savedEvidence).map(saved => withAnswers(readSaved(saved), value, place)) }),
};

function withAnswers(saved: Findings, answers: JsonObject, place: string): Findings {
  const memory = readMemoryUse(answers.metrics, wholeNumber(saved.task.memory), join(place, 'metrics'));
  const gaps = [...saved.gaps ?? [], ...readGaps(answers), ...memory.gaps ?? []];
  return { ...saved, ...readStates(answers), ...memory, gaps: [...new Map(gaps.map(gap => [JSON.stringify(gap), gap])).values()] };
}
