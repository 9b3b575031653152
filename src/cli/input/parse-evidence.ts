import { type ParsedDocument, parseDocuments } from './parse-json';
import { parseLiteral } from './parse-literal';
import { UnreadableInput } from './unreadable-input';
import { isEvidence } from '../../evidence/read/read-evidence';
import { readPlainText } from '../../evidence/text/read-plain-text';

/** A value in a text, and what the text is, where it is no JSON. */
export type EvidenceDocument = ParsedDocument & { readonly form?: string };

/** The values of a text in any form: JSON, JSON Lines, YAML, literals of a language, and what consoles, terminals and logs show. */
export function parseEvidence(file: string, text: string): readonly EvidenceDocument[] {
  const documents = parseDocuments(file, text);
  if (documents.some(document => !(document instanceof UnreadableInput)) && !isLogOfJson(documents)) return documents;
  const literal = parseLiteral(text);
  if (literal !== undefined && isEvidence(literal)) return [{ place: file, value: literal, form: 'YAML' }];
  if (LOOKS_LIKE_JSON.test(text) && !isLogOfJson(documents)) return documents;
  const content = readPlainText(text);
  return content === undefined ? documents : content.values.map(value => ({ place: file, value, form: content.form }));
}

/** What begins so is meant to be JSON, and the place where it breaks tells more than another reading. */
const LOOKS_LIKE_JSON = /^\s*(?:\{\s*(?:["}]|$|\/\/)|\[\s*(?:[{\]"]|$))/;

/** An application that writes each line of its log as JSON. */
const isLogOfJson = (documents: readonly ParsedDocument[]): boolean =>
  documents.length > 1 && !documents.some(document => !(document instanceof UnreadableInput) && isEvidence(document.value));
