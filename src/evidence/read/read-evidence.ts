import { complete } from './complete';
import { inApiSpelling } from './forms/capitalized';
import { FORMS } from './forms/catalogue';
import type { Content } from './forms/form';
import { joined } from './forms/joined';
import { fromMessages } from './forms/messages';
import { valuesAlone } from './forms/surroundings';
import { messagesIn } from './messages-in';
import { ACCEPTED, UnreadableEvidence } from './unreadable-evidence';
import { withNames } from './with-names';
import { bounded } from '../clean/clean-text';
import { redact } from '../clean/redact';
import { redactEvidence, type RedactionOptions } from '../clean/redact-evidence';
import type { Evidence } from '../model/evidence';
import { isObject, type JsonObject } from '../model/json-fields';
import { isNestedTooDeeply } from '../model/nesting';
import type { NamesInText } from '../text/names-in-text';

/** What an input turned out to be; a part that cannot be read takes no other part with it. */
export interface Reading {
  /** What was recognized, such as `a describe-tasks answer`. */
  readonly forms: readonly string[];
  /** Redacted, in input order. */
  readonly evidence: readonly Evidence[];
  /** Whatever was found to work, one sentence each. */
  readonly healthy: readonly string[];
  /** What was understood and tells of no stop. */
  readonly noted: readonly string[];
  readonly unreadable: readonly UnreadableEvidence[];
}

/** How an input is read. */
export interface ReadingOptions extends RedactionOptions {
  /**
   * What the text names from which the input was taken.
   *
   * @default - only what the input says of itself is known
   */
  readonly names?: NamesInText;
}

/** Reads one JSON value in any form of the catalogue, or a list of these. */
export function readInput(input: unknown, options: ReadingOptions = {}): Reading {
  const { forms, findings, healthy, noted, unreadable } = isNestedTooDeeply(input) ? TOO_DEEP : readValue(inApiSpelling(input), '');
  return {
    forms: [...new Set(forms)],
    evidence: findings.map(complete).map(evidence => redactEvidence(withNames(evidence, options.names ?? {}), options)),
    healthy,
    noted,
    unreadable,
  };
}

/**
 * The evidence in one JSON value, redacted, in input order; none where nothing failed.
 *
 * Unknown fields and unexpected types are passed over; it throws `UnreadableEvidence` for a part that cannot be read.
 */
export function readEvidence(input: unknown, options: RedactionOptions = {}): Evidence[] {
  const { evidence, unreadable: [first] } = readInput(input, options);
  if (first !== undefined) throw first;
  return [...evidence];
}

/** Whether a value has one of the forms that are read. */
export function isEvidence(input: unknown): boolean {
  if (isNestedTooDeeply(input)) return false;
  const value = inApiSpelling(input);
  if (Array.isArray(value)) {
    return value.length > 0 && (valuesAlone(value) !== undefined || messagesIn(value).length > 0 || value.some(isEvidence));
  }
  return isObject(value) && FORMS.some(({ recognizes }) => recognizes(value));
}

function readValue(value: unknown, place: string): Content {
  if (Array.isArray(value)) return readList(value, place);
  if (!isObject(value)) return refused(new UnreadableEvidence(place, `${ACCEPTED}, but found ${described(value)}`));
  const form = FORMS.find(({ recognizes }) => recognizes(value));
  if (form === undefined) {
    return refused(new UnreadableEvidence(place, `${ACCEPTED}, but found an object without evidence of a task (${fieldsOf(value)})`));
  }
  try {
    return { ...NOTHING, forms: [form.name], ...form.read(value, place, readValue) };
  } catch (error) {
    if (error instanceof UnreadableEvidence) return refused(error);
    throw error;
  }
}

/** Texts are messages that belong together; anything else stands for itself. */
function readList(list: readonly unknown[], place: string): Content {
  const alone = list.length === 0 && place === '' ? NOTHING : valuesAlone(list);
  if (alone !== undefined) return { ...NOTHING, forms: ['output about the resources around a stop'], ...alone };
  const messages = messagesIn(list);
  if (messages.length > 0) return { ...NOTHING, forms: ['a list of messages'], ...fromMessages(messages) };
  return joined(list.map((item, index) => readValue(item, `${place}[${index}]`)));
}

const NOTHING: Content = { forms: [], findings: [], healthy: [], noted: [], unreadable: [] };

const refused = (error: UnreadableEvidence): Content => ({ ...NOTHING, unreadable: [error] });

const TOO_DEEP = refused(new UnreadableEvidence('', 'this is nested too deeply; AWS output is not nested this deeply'));

/** A refusal quotes no more; it is redacted before it is cut, because half a secret has no form by which it is known. */
const LONGEST_QUOTE = 60;

const described = (value: unknown): string =>
  value === null || value === undefined
    ? 'nothing'
    : `the ${typeof value} ${bounded(typeof value === 'string' ? JSON.stringify(redact(value)) : String(value), LONGEST_QUOTE)}`;

const fieldsOf = (value: JsonObject): string => {
  const names = Object.keys(value).slice(0, 8).map(name => `'${bounded(redact(name), LONGEST_QUOTE)}'`);
  return names.length === 0 ? 'it is empty' : `its fields are ${names.join(', ')}`;
};
