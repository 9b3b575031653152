import type { Diagnosis } from '../diagnosis/model/diagnosis';

/** What a mute can name; whatever it names has to agree. */
const CRITERIA = ['incident', 'cause', 'service', 'container', 'log'] as const;

const FIELDS: readonly string[] = [...CRITERIA, 'until', 'why'];

type Criteria = Readonly<Partial<Record<typeof CRITERIA[number], string>>>;

/** Of which incidents people are told nothing, until when, and why. */
export interface Mute extends Criteria {
  /** In milliseconds. */
  readonly until: number;
  readonly why: string;
}

/**
 * The mute that a text describes; an error says what is wrong with it.
 *
 * A field that nobody knows may be a misspelled one, without which the mute would hide more than it should.
 */
export function muteIn(text: string): Mute {
  const given = fieldsIn(text);
  const unknown = Object.keys(given).find(name => !FIELDS.includes(name));
  if (unknown !== undefined) throw new Error(`'${unknown}' is not a field of a mute; the fields are ${FIELDS.join(', ')}`);
  const wrong = Object.keys(given).find(name => typeof given[name] !== 'string' || given[name] === '');
  if (wrong !== undefined) throw new Error(`'${wrong}' must be a non-empty string`);
  const { until, why, ...criteria } = given as Readonly<Partial<Record<string, string>>>;
  if (Object.keys(criteria).length === 0) throw new Error(`a mute must have at least one of ${CRITERIA.join(', ')}`);
  if (why === undefined) throw new Error('\'why\' is missing');
  return { ...criteria, why, until: timeOf(until) };
}

/** The mute in the tag of a service, which is about nothing else: until when, and why. */
export function muteInTag(value: string): Mute {
  const [, until, why] = /^(\S+)\s+(\S.*)$/.exec(value) ?? [];
  if (why === undefined) throw new Error('it must be a time and a reason, such as 2026-12-01T08:00:00Z the database moves');
  return { until: timeOf(until), why };
}

/** Whether people are told nothing of this incident. */
export function isMutedBy({ until, log, ...mute }: Mute, incident: string, diagnosis: Diagnosis, now: number): boolean {
  const { cause, service, container } = diagnosis;
  const agrees = Object.entries({ incident, cause, service, container })
    .every(([name, value]) => !(name in mute) || mute[name as keyof typeof mute] === value);
  return now < until && agrees && (log === undefined || wordsOf(diagnosis).some(line => holds(line, log)));
}

function fieldsIn(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('it is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('it is not a JSON object');
  return value as Readonly<Record<string, unknown>>;
}

/** With its zone, because people and the function live in different ones. */
function timeOf(until: string | undefined): number {
  const time = until !== undefined && /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(until) ? Date.parse(until) : NaN;
  if (Number.isNaN(time)) throw new Error('\'until\' must be a time such as 2026-12-01T08:00:00Z');
  return time;
}

const wordsOf = ({ clues, stoppedReason, containerReason }: Diagnosis): readonly string[] =>
  [...clues.map(({ quote }) => quote), stoppedReason ?? '', containerReason ?? ''];

/** Whether a line holds the parts of a pattern one after the other, whatever stands for each `*`. */
function holds(line: string, pattern: string): boolean {
  let from = 0;
  return pattern.toLowerCase().split('*').every(part => {
    const found = line.toLowerCase().indexOf(part, from);
    from = found + part.length;
    return found >= 0;
  });
}
