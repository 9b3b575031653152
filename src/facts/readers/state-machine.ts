import { asObject, at, type Resolved, type ResolvedObject } from '../template/resolved';

/** How the language of Step Functions names the action that runs a task of ECS. */
const RUNS_TASK = ':ecs:runTask';

/** What a state machine gives ECS to run tasks, as far as its definition can be read; unread where it runs tasks and cannot be read. */
export function ranByStates({ DefinitionString: text, Definition: definition }: ResolvedObject): readonly Resolved[] | 'unread' {
  const parsed = text === undefined ? definition : parse(text);
  if (parsed === undefined) return typeof text === 'string' && text.includes(RUNS_TASK) ? 'unread' : [];
  return statesIn(parsed).map(state => at(state, 'Parameters') ?? at(state, 'Arguments'));
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
