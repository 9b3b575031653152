import { readFile, stat } from 'node:fs/promises';
import { decodeText } from './decode-text';
import { UnreadableInput } from './unreadable-input';

/** The name under which a person asks for standard input. */
export const STANDARD_INPUT = '-';

/** A thousand stopped tasks are about 5 MB, so more than this is another file than was meant. */
const LIMIT_IN_MIB = 64;
const LIMIT = LIMIT_IN_MIB * 1024 * 1024;

/** How messages call an input. */
export const nameOf = (input: string): string => input === STANDARD_INPUT ? 'standard input' : input;

/** Everything an input holds, as text. */
export async function readText(input: string, standardInput: AsyncIterable<Uint8Array> = process.stdin): Promise<string> {
  const content = input === STANDARD_INPUT ? await readStream(standardInput) : await readWholeFile(input);
  if (content.length === 0) throw new UnreadableInput(nameOf(input), 'is empty; check that the command that wrote it succeeded');
  const text = decodeText(content);
  if (text === undefined) throw new UnreadableInput(nameOf(input), 'is not text; a JSON file in UTF-8 is expected');
  return text;
}

/** How much a file holds, nothing of a pipe or a terminal; absent where nothing has its name. */
export const sizeOf = (file: string): Promise<number | undefined> =>
  stat(file).then(({ size }) => size, ({ code }: NodeJS.ErrnoException) => code === 'ENOENT' ? undefined : 0);

async function readWholeFile(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > LIMIT) throw tooLarge(file);
    return await readFile(file);
  } catch (error) {
    throw error instanceof UnreadableInput ? error : new UnreadableInput(file, reasonOf(error), { cause: error });
  }
}

async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LIMIT) throw tooLarge(nameOf(STANDARD_INPUT));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (name: string): UnreadableInput =>
  new UnreadableInput(name, `is larger than ${LIMIT_IN_MIB} MiB; pass the stopped tasks in smaller files`);

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file; check its name and its folder',
  EISDIR: 'is a directory; name the files in it',
  EACCES: 'is not readable for this user; change its permissions',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && REASONS[code]) || message;
}
