import { UNKNOWN } from '../model/fact';
import { asObject, asString, at, isWhole, type Resolved, type ResolvedObject } from '../template/source/resolved';

/** How the language of Step Functions names the action that runs a task of ECS. */
const RUNS_TASK = ':ecs:runTask';

/** Stands for what only deployment puts into a definition: a character that no definition has. */
const OPEN = '\uE000';

/** What a state machine gives ECS to run tasks, as far as its definition can be read; unread where it runs tasks and cannot be read. */
export function ranByStates(properties: ResolvedObject): readonly Resolved[] | 'unread' {
  const { DefinitionString: text, Definition: definition, DefinitionSubstitutions: substitutions } = properties;
  const parsed = text === undefined ? filled(definition, substitutions) : parse(filled(text, substitutions));
  if (parsed === undefined) return typeof text === 'string' && text.includes(RUNS_TASK) ? 'unread' : [];
  return statesIn(parsed).map(given);
}

const PLACE = /\$\{(\w+)\}/g;

/** A definition with its `${Name}` replaced as CloudFormation does it: within texts, whatever they are a part of. */
function filled(value: Resolved, substitutions: Resolved): Resolved {
  if (typeof value === 'string') return value.replace(PLACE, (whole, name: string) => substituted(at(substitutions, name)) ?? whole);
  if (Array.isArray(value)) return value.map(item => filled(item, substitutions));
  const object = asObject(value);
  if (typeof object !== 'object') return value;
  return Object.fromEntries(Object.entries(object).map(([name, inner]) => [name, filled(inner, substitutions)]));
}

function substituted(value: Resolved): string | undefined {
  if (value === undefined) return undefined;
  const text = asString(value);
  return typeof text === 'string' && isWhole(text) ? text : OPEN;
}

/** Numbers and truth values are substituted without quotes. */
const UNQUOTED = new RegExp(`([:,[]\\s*)${OPEN}(?=\\s*[,}\\]])`, 'g');

function parse(text: Resolved): Resolved {
  try {
    return typeof text === 'string' ? JSON.parse(text.replace(UNQUOTED, `$1"${OPEN}"`)) as Resolved : undefined;
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

/**
 * A value without what an execution decides: keys that end in `.$` take a path of its input, and `{% … %}` is computed.
 *
 * What deployment puts into a list may be several items, joined with the quotes and the comma between them.
 */
function decidedBefore(value: Resolved): Resolved {
  if (Array.isArray(value)) return value.some(isSubstituted) ? UNKNOWN : value.map(decidedBefore);
  if (typeof value === 'string') return value.startsWith('{%') || isSubstituted(value) ? UNKNOWN : value;
  const object = asObject(value);
  if (typeof object !== 'object') return value;
  return Object.fromEntries(Object.entries(object).map(([name, inner]) =>
    name.endsWith('.$') ? [name.slice(0, -2), UNKNOWN] : [name, decidedBefore(inner)]));
}

const isSubstituted = (value: Resolved): boolean => typeof value === 'string' && value.includes(OPEN);
