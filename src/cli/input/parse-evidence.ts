import { type ParsedDocument, parseDocuments } from './parse-json';
import { parseLiteral } from './parse-literal';
import { UnreadableInput } from './unreadable-input';
import { isEvidence } from '../../evidence/read/read-evidence';
import { valueOfCliTable } from '../../evidence/text/cli-table';
import { linesOf } from '../../evidence/text/plain-text';
import { readPlainText } from '../../evidence/text/read-plain-text';

/** A value in a text, and what the text is, where it is no JSON. */
export type EvidenceDocument = ParsedDocument & {
  readonly form?: string;
  /** What was understood of a text that holds no stop. */
  readonly noted?: string;
};

/** The values of a text in any form: JSON, JSON Lines, YAML, literals of a language, and what consoles, terminals and logs show. */
export function parseEvidence(file: string, text: string): readonly EvidenceDocument[] {
  const documents = parseDocuments(file, text);
  const field = fieldIn(documents);
  if (field !== undefined) return plainText(file, field) ?? documents;
  if (isJson(documents)) return documents;
  const other = literalOrTable(file, text);
  if (other !== undefined) return [other];
  if (LOOKS_LIKE_JSON.test(text) && !isLogOfJson(documents)) return documents;
  return plainText(file, text) ?? documents;
}

/** A query for one field prints a text or a number as JSON. */
function fieldIn(documents: readonly ParsedDocument[]): string | undefined {
  const [first] = documents;
  if (documents.length !== 1 || first instanceof UnreadableInput) return undefined;
  return ['string', 'number'].includes(typeof first.value) ? String(first.value) : undefined;
}

/** Evidence that is written in another notation than JSON. */
function literalOrTable(file: string, text: string): EvidenceDocument | undefined {
  const literal = parseLiteral(file, text);
  if (literal !== undefined && isEvidence(literal)) return { place: file, value: literal, form: 'YAML' };
  const table = valueOfCliTable(linesOf(text));
  return table !== undefined && isEvidence(table) ? { place: file, value: table, form: 'a table of the AWS CLI' } : undefined;
}

function plainText(file: string, text: string): readonly EvidenceDocument[] | undefined {
  const content = readPlainText(text);
  if (content?.noted !== undefined) return [{ place: file, value: undefined, noted: content.noted }];
  return content?.values.map(value => ({ place: file, value, form: content.form }));
}

/** What begins so is meant to be JSON, and the place where it breaks tells more than another reading. */
const LOOKS_LIKE_JSON = /^(?!\{.*\}\t)\s*(?:\{\s*(?:["}]|$|\/\/)|\[\s*(?:[{\]"]|$))/;

const isJson = (documents: readonly ParsedDocument[]): boolean =>
  documents.some(document => !(document instanceof UnreadableInput)) && !isLogOfJson(documents);

/** An application that writes each line of its log as JSON. */
const isLogOfJson = (documents: readonly ParsedDocument[]): boolean =>
  documents.length > 1 && !documents.some(document => !(document instanceof UnreadableInput) && isEvidence(document.value));
