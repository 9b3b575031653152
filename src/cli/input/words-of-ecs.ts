import { A_LOG, type ReadableDocument } from './parse-evidence';
import type { Evidence } from '../../evidence/model/evidence';
import { isObject, text } from '../../evidence/model/json-fields';
import { readInput, type ReadingOptions } from '../../evidence/read/read-evidence';
import { isLogEntry } from '../../evidence/text/kind-of-text';
import { withoutLabel } from '../../evidence/text/stop-words';

/** What a diagnosis says of evidence, as far as reading depends on it. */
interface Verdict {
  readonly cause: string;
  readonly confidence: string;
}

export type VerdictOn = (evidence: Evidence) => Verdict;

/** A message is shorter than a log. */
const MOST_LINES = 40;

/**
 * Takes lines without a form for what ECS says of a task or of a service, if a diagnosis is certain of one of them, or likely
 * where it knows nothing otherwise. A person copies such words alone, and ECS has more wordings than any list.
 */
export function asWordsOfEcs(document: ReadableDocument, options: ReadingOptions, verdictOn: VerdictOn): ReadableDocument {
  const { form, isDocument, value, ...place } = document;
  const lines = (form === A_LOG || isDocument === true) && isObject(value) ? [value.logTail].flat().flatMap(line => text(line) ?? []) : [];
  if (lines.length > MOST_LINES) return document;
  const verdicts = (read: unknown) => readInput(read, options).evidence.map(one => verdictOn(one));
  const asLog = verdicts(value);
  if (asLog.some(({ confidence }) => confidence !== 'possible')) return document;
  const enough = asLog.every(({ cause }) => cause === 'unknown') ? ['certain', 'likely'] : ['certain'];
  const found = lines.filter(line => line.trim() !== '' && !isLogEntry(line)).flatMap(line => inWordsOf(line, lines))
    .find(words => verdicts(words.value).some(({ confidence }) => enough.includes(confidence)));
  return found === undefined ? document : { ...place, ...found };
}

/** A line as what ECS says, and the others as a log. */
function inWordsOf(line: string, lines: readonly string[]): readonly { readonly form: string; readonly value: object }[] {
  const words = withoutLabel(line);
  const logTail = lines.filter(other => other !== line);
  return [
    { form: 'the reason of a stopped task', value: { task: { stoppedReason: words }, logTail } },
    { form: 'an event of a service', value: { serviceEvents: [words], logTail } },
  ];
}
