import { type Entry, entriesOf } from './entries';
import { type ParsedDocument, parseDocuments } from './parse-json';
import { nameOf, readText } from './read-text';
import { UnreadableInput } from './unreadable-input';
import type { RedactionOptions } from '../../evidence/clean/redact-evidence';
import type { Evidence } from '../../evidence/model/evidence';
import { readEvidence } from '../../evidence/read/read-evidence';
import { UnreadableEvidence } from '../../evidence/read/unreadable-evidence';

/** What the inputs hold, in input order, beside everything in them that cannot be read. */
export interface Gathered {
  readonly evidence: readonly Evidence[];
  readonly unreadable: readonly UnreadableInput[];
}

/** Reads all inputs; a fault in one never hides another. */
export async function gatherEvidence(inputs: readonly string[], options: RedactionOptions = {}): Promise<Gathered> {
  const results = (await Promise.all(inputs.map(input => readInput(input, options)))).flat();
  return {
    evidence: results.flatMap(result => result instanceof UnreadableInput ? [] : result),
    unreadable: results.filter(result => result instanceof UnreadableInput),
  };
}

async function readInput(input: string, options: RedactionOptions): Promise<readonly (Evidence | UnreadableInput)[]> {
  try {
    return parseDocuments(nameOf(input), await readText(input)).flatMap(document => readDocument(document, options));
  } catch (error) {
    if (error instanceof UnreadableInput) return [error];
    throw error;
  }
}

const readDocument = (document: ParsedDocument, options: RedactionOptions): readonly (Evidence | UnreadableInput)[] =>
  document instanceof UnreadableInput ? [document] : entriesOf(document.value).flatMap(entry => readEntry(document.place, entry, options));

function readEntry(document: string, { place, value }: Entry, options: RedactionOptions): readonly (Evidence | UnreadableInput)[] {
  try {
    return readEvidence([value], options);
  } catch (error) {
    if (!(error instanceof UnreadableEvidence)) throw error;
    return [new UnreadableInput(document, movedTo(place, error.message), { cause: error })];
  }
}

/** The message as if the first and only entry of a list had been read where it really stands. */
const movedTo = (place: string, message: string): string => message.replace(place === '' ? /^\[0\](?:\.|: )/ : /^\[0\]/, place);
