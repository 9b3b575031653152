import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { tooDeep } from './unless-too-deep';
import { UnreadableInput } from './unreadable-input';
import { valuesInARow } from './values-in-a-row';
import { isNestedTooDeeply } from '../../evidence/model/nesting';

/** A JSON value and where it stands, such as `events.json`, or `events.jsonl:3` for its third line. */
export interface JsonDocument {
  readonly place: string;
  readonly value: unknown;
}

/** One JSON document, or the reason why there is none. */
export type ParsedDocument = JsonDocument | UnreadableInput;

/** A piece of a file that is meant to be one JSON document. */
interface Piece {
  readonly place: string;
  readonly file: string;
  readonly firstLine: number;
  readonly text: string;
}

/** The documents of a text: one JSON value, or one on each line. */
export function parseDocuments(file: string, text: string): readonly ParsedDocument[] {
  const whole = parsePiece({ place: file, file, firstLine: 1, text });
  if (!(whole instanceof UnreadableInput)) return [whole];
  return isJsonLines(text) ? linesOf(file, text).map(parsePiece) : valuesOf(file, text) ?? [whole];
}

/** Values that follow each other over several lines, each of which has to be JSON. */
function valuesOf(file: string, text: string): readonly ParsedDocument[] | undefined {
  const parts = /^\s*[[{]/.test(text) ? valuesInARow(text) : undefined;
  const documents = parts?.map((part, index) => parsePiece({ place: `${file}:value ${index + 1}`, file, firstLine: 1, text: part.text }));
  return documents?.some(document => document instanceof UnreadableInput) ? undefined : documents;
}

function parsePiece(piece: Piece): ParsedDocument {
  try {
    const value: unknown = JSON.parse(piece.text);
    return isNestedTooDeeply(value) ? tooDeep(piece.place) : { place: piece.place, value };
  } catch (error) {
    return whereItBreaks(piece, error as SyntaxError);
  }
}

/** `JSON.parse` decides what JSON is, but only sometimes says where it is not: a tolerant parser finds the place. */
function whereItBreaks({ place, file, firstLine, text }: Piece, cause: SyntaxError): UnreadableInput {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (!first) return new UnreadableInput(place, `not JSON: ${cause.message}`, { cause });
  const before = text.slice(0, first.offset).split('\n');
  const reason =
    first.offset >= text.trimEnd().length
      ? 'it ends too early'
      : inWords(printParseErrorCode(first.error));
  return new UnreadableInput(`${file}:${firstLine + before.length - 1}:${before.at(-1)!.length + 1}`, `not JSON: ${reason}`, { cause });
}

/** `CommaExpected` becomes `comma expected`. */
const inWords = (code: string): string => code.replace(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase();

/** A first line that is a whole object or list says that each line is meant to be one. */
function isJsonLines(text: string): boolean {
  const [first, second] = linesOf('', text);
  return second !== undefined && /^\s*[[{]/.test(first.text) && !(parsePiece(first) instanceof UnreadableInput);
}

const linesOf = (file: string, text: string): readonly Piece[] => text.split('\n')
  .map((line, index) => ({ place: `${file}:${index + 1}`, file, firstLine: index + 1, text: line }))
  .filter(line => line.text.trim() !== '');
