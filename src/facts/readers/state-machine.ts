import { UNKNOWN } from '../model/fact';
import { asObject, at, type Resolved, type ResolvedObject } from '../template/source/resolved';

/** How the language of Step Functions names the action that runs a task of ECS. */
const RUNS_TASK = ':ecs:runTask';

/** What a state machine gives ECS to run tasks, as far as its definition can be read; unread where it runs tasks and cannot be read. */
export function ranByStates({ DefinitionString: text, Definition: definition }: ResolvedObject): readonly Resolved[] | 'unread' {
  const parsed = text === undefined ? definition : parse(text);
  if (parsed === undefined) return typeof text === 'string' && text.includes(RUNS_TASK) ? 'unread' : [];
  return statesIn(parsed).map(given);
}

function parse(text: Resolved): Resolved {
  try {
    return typeof text === 'string' ? JSON.parse(text) as Resolved : undefined;
  } catch {
    return undefined;
  }
}

/** States stand in states, as those of a parallel branch or of a map do. */
function statesIn(value: Resolved): readonly Resolved[] {
  if (Array.isArray(value)) return value.flatMap(statesIn);
  const object = asObject(value);
  if (typeof object !== 'object') return [];
  return typeof object.Resource === 'string' && object.Resource.includes(RUNS_TASK) ? [object] : Object.values(object).flatMap(statesIn);
}

/** A state without parameters gives ECS its input, which is decided when it runs. */
const given = (state: Resolved): Resolved => decidedBefore(at(state, 'Parameters') ?? at(state, 'Arguments') ?? UNKNOWN);

/** A value without what an execution decides: keys that end in `.$` take a path of its input, and `{% … %}` is computed. */
function decidedBefore(value: Resolved): Resolved {
  if (Array.isArray(value)) return value.map(decidedBefore);
  if (typeof value === 'string') return value.startsWith('{%') ? UNKNOWN : value;
  const object = asObject(value);
  if (typeof object !== 'object') return value;
  return Object.fromEntries(Object.entries(object).map(([name, inner]) =>
    name.endsWith('.$') ? [name.slice(0, -2), UNKNOWN] : [name, decidedBefore(inner)]));
}
