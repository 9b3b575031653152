import { restOfJson } from './cut-json';
import { type ParsedDocument, parseDocuments } from './parse-json';
import { parseLiteral } from './parse-literal';
import { parseXml, type XmlAnswer } from './parse-xml';
import { UnreadableInput } from './unreadable-input';
import { redactWhole } from '../../evidence/clean/redact';
import { isNestedTooDeeply, mayNestTooDeeply } from '../../evidence/model/nesting';
import { isEvidence } from '../../evidence/read/read-evidence';
import { textsIn } from '../../evidence/read/texts-in-json';
import { valueOfCliTable } from '../../evidence/text/cli-table';
import { linesOf } from '../../evidence/text/plain-text';
import { readPlainText } from '../../evidence/text/read-plain-text';

/** A value in a text, and what the text is, where it is no JSON. */
export type EvidenceDocument = ParsedDocument & {
  readonly form?: string;
  /** What was understood of a text that holds no stop. */
  readonly noted?: string;
  /** Whether it looks like something that people wrote, so that only words that name a cause make it a failure. */
  readonly isDocument?: boolean;
  /** What it is otherwise. */
  readonly otherwise?: readonly ParsedDocument[];
};

export type ReadableDocument = Exclude<EvidenceDocument, UnreadableInput>;

/** The values of a text in any form: JSON, JSON Lines, XML, YAML, literals of a language, and what consoles, terminals and logs show. */
export function parseEvidence(file: string, text: string): readonly EvidenceDocument[] {
  const answer = parseXml(text);
  if (answer !== undefined) return [ofXml(file, answer)];
  const documents = parseDocuments(file, text);
  if (isJson(documents) || documents.every(isList)) return ofJson(file, documents);
  const other = literalOrTable(file, text) ?? restOf(file, text, documents);
  return other === undefined ? ofText(file, text, documents) : [other];
}

function ofText(file: string, text: string, documents: readonly ParsedDocument[]): readonly EvidenceDocument[] {
  if (LOOKS_LIKE_JSON.test(text) && !isLogOfJson(documents)) return documents;
  return plainText(file, text) ?? documents;
}

/** An answer in which no failure can stand is named by what it answers. */
const ofXml = (place: string, { operation, value }: XmlAnswer): EvidenceDocument =>
  isEvidence(value) ? { place, value } : { place, value: undefined, noted: `the answer to ${operation}, with no stop in it` };

/** A text alone, a form of AWS, or JSON that carries the words of a failure. */
function ofJson(file: string, documents: readonly ParsedDocument[]): readonly EvidenceDocument[] {
  const field = fieldIn(documents);
  if (field !== undefined) return withOtherwise(plainText(file, field), documents) ?? documents;
  return documents.some(isFormOfJson) ? documents : wordsIn(file, documents) ?? documents;
}

/** A query for one field prints a text or a number as JSON. */
function fieldIn(documents: readonly ParsedDocument[]): string | undefined {
  const [first] = documents;
  if (documents.length !== 1 || first instanceof UnreadableInput) return undefined;
  return ['string', 'number'].includes(typeof first.value) ? String(first.value) : undefined;
}

/** What `jq -c` prints of several things. */
const isList = (document: ParsedDocument): boolean => !(document instanceof UnreadableInput) && Array.isArray(document.value);

const isFormOfJson = (document: ParsedDocument): boolean => !(document instanceof UnreadableInput) && isEvidence(document.value);

/** JSON that no form of AWS fits may carry the words of a failure: log stores, pipelines and filters write it. */
function wordsIn(file: string, documents: readonly ParsedDocument[]): readonly EvidenceDocument[] | undefined {
  const values = documents.flatMap(document => document instanceof UnreadableInput ? [] : [document.value]);
  const text = textsIn(redactedJson(values)).join('\n');
  const found = mayNestTooDeeply(text) ? [] : plainText(file, text)?.filter(isOfFailure) ?? [];
  if (found.length === 0) return undefined;
  return withOtherwise(found.map(document => ({ ...document, isDocument: document.form === A_LOG || document.isDocument })), documents);
}

const isOfFailure = (document: EvidenceDocument): document is ReadableDocument =>
  !(document instanceof UnreadableInput) && document.noted === undefined;

function withOtherwise(
  found: readonly EvidenceDocument[] | undefined, otherwise: readonly ParsedDocument[],
): readonly EvidenceDocument[] | undefined {
  return found?.map(document => document instanceof UnreadableInput ? document : { ...document, otherwise });
}

/** Redacted while the names of its fields stand beside their values. */
function redactedJson(values: readonly unknown[]): unknown {
  try {
    return JSON.parse(redactWhole(JSON.stringify(values)));
  } catch {
    return [];
  }
}

/** Only words that name a cause tell that a text in JSON is a log. */
export const A_LOG = 'a log';

/** Evidence that is written in another notation than JSON. */
function literalOrTable(file: string, text: string): EvidenceDocument | undefined {
  const literal = parseLiteral(file, text);
  if (literal !== undefined && isEvidence(literal)) return { place: file, value: literal, form: 'YAML' };
  const table = valueOfCliTable(linesOf(text));
  return table !== undefined && isEvidence(table) ? { place: file, value: table, form: 'a table of the AWS CLI' } : undefined;
}

function plainText(file: string, text: string): readonly EvidenceDocument[] | undefined {
  const content = readPlainText(text, isMeant);
  if (content?.refused !== undefined) return [new UnreadableInput(file, content.refused)];
  if (content?.noted !== undefined) return [{ place: file, value: undefined, noted: content.noted }];
  return content?.values.map(value => ({ place: file, value, form: content.form, isDocument: content.isDocument }));
}

function restOf(place: string, text: string, documents: readonly ParsedDocument[]): EvidenceDocument | undefined {
  const rest = isLogOfJson(documents) ? undefined : restOfJson(text, tellsOfTask);
  return rest === undefined ? undefined : { place, ...rest };
}

/** Of cut JSON, only what has a stop in it is worth to be read. */
const tellsOfTask = (value: unknown): boolean => TELLS_OF_TASK.test(JSON.stringify(value)) && isEvidence(value);

const TELLS_OF_TASK = /"(?:stopCode|stoppedReason|exitCode|stackEvents|StackEvents|events|rolloutStateReason)":/;

/** What cannot be read to its end is said to be so, and taken for no line of a log. */
const isMeant = (value: unknown): boolean => isNestedTooDeeply(value) || isEvidence(value);

/** What begins so is meant to be JSON, and the place where it breaks tells more than another reading. */
const LOOKS_LIKE_JSON = /^(?!\{.*\}\t)\s*(?:\{\s*(?:["}]|$|\/\/)|\[\s*(?:[{\]"]|$))/;

const isJson = (documents: readonly ParsedDocument[]): boolean =>
  documents.some(document => !(document instanceof UnreadableInput)) && !isLogOfJson(documents);

/** An application that writes each line of its log as JSON. */
const isLogOfJson = (documents: readonly ParsedDocument[]): boolean =>
  documents.length > 1 && !documents.some(isFormOfJson);
