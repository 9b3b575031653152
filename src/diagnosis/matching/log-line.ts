/** How loud a line of a log is: `quiet` for what a program says in passing, `loud` for everything else. */
export type Loudness = 'quiet' | 'loud';

/** A line of a log, or one value of a line that is JSON. */
export interface LogText {
  readonly text: string;
  readonly loudness: Loudness;
}

const DEEPEST = 5;

/** What a line of a log says: the values of a JSON line, or the line itself. */
export function readLogLine(line: string): readonly LogText[] {
  const parsed = parseJson(line);
  if (parsed === undefined) {
    return [
      { text: line, loudness: QUIET_WORD.test(line.slice(0, 80)) && !LOUD_WORD.test(line) ? 'quiet' : 'loud' },
    ];
  }
  const loudness = loudnessOf(parsed);
  return strings(parsed, DEEPEST).map(text => ({ text, loudness }));
}

const QUIET_WORD = /\b(?:trace|debug|info|notice)\b/i;
const LOUD_WORD = /\b(?:err(?:or)?|fatal|panic|crit(?:ical)?|exception|failed|failure|emerg|cannot|unable)\b/i;

/** A JSON object, also behind a time stamp or a prefix. */
function parseJson(line: string): object | undefined {
  const start = line.indexOf('{"');
  if (start < 0 || start > 80 || !line.trimEnd().endsWith('}')) return undefined;
  try {
    return JSON.parse(line.slice(start)) as object;
  } catch {
    return undefined;
  }
}

/** Pino and Bunyan count 30 for info; everybody else writes a word. Whoever prints a stack speaks of an error at any level. */
function loudnessOf(line: object): Loudness {
  if (Object.keys(line).some(key => /^(?:stack|stack_?trace|exception)$/i.test(key))) return 'loud';
  const level: unknown = Object.entries(line).find(([key]) => /^(?:level|severity|log\.?level|lvl)$/i.test(key))?.[1];
  if (typeof level === 'number') return level <= 30 && level >= 10 ? 'quiet' : 'loud';
  return typeof level === 'string' && QUIET_WORD.test(level) ? 'quiet' : 'loud';
}

function strings(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') {
    const nested = depth > 0 ? parseJson(value) : undefined;
    return nested === undefined ? [value] : strings(nested, depth - 1);
  }
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  return Object.values(value).flatMap(part => strings(part, depth - 1));
}
