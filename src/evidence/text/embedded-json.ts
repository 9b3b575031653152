import type { TextContent } from './text-content';

/** A prompt with a command, such as `$ aws ecs describe-tasks …`. */
const PROMPT = /^(?:\S{0,80}[$#%>❯] ?)(?:aws|sudo aws|ecs|copilot|kubectl) /;

/**
 * JSON after a prompt or between other lines of text: each value from a line that begins it to a line that ends it.
 *
 * Without a prompt, a value that has no form of AWS is a line that an application logs.
 */
export function embeddedJson(lines: readonly string[], isForm: (value: unknown) => boolean): TextContent | undefined {
  const values: unknown[] = [];
  for (let at = 0; at < lines.length; at++) {
    const end = OPENS.test(lines[at]) ? endOfValue(lines, at) : undefined;
    if (end === undefined) continue;
    const value = parsed(lines.slice(at, end + 1).join('\n'));
    if (value === undefined) continue;
    values.push(value);
    at = end;
  }
  const isOutput = lines.some(line => PROMPT.test(line));
  const found = isOutput ? values : values.filter(isForm);
  return found.length === 0 ? undefined : { form: isOutput ? 'the output of a command' : 'JSON in a text', values: found };
}

const OPENS = /^[[{](?:\s*$|\s*["[{\]}])/;

/** The first line after a value's beginning that closes it without indentation. */
function endOfValue(lines: readonly string[], start: number): number | undefined {
  const close = lines[start].startsWith('{') ? '}' : ']';
  if (lines[start].length > 1 && lines[start].endsWith(close)) return start;
  const end = lines.findIndex((line, index) => index > start && line.startsWith(close));
  return end < 0 ? undefined : end;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value ?? undefined : undefined;
  } catch {
    return undefined;
  }
}
