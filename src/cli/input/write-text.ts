import { writeFile } from 'node:fs/promises';
import { UnreadableInput } from './unreadable-input';

/** Writes a file, or says why it cannot. */
export async function writeText(file: string, text: string): Promise<UnreadableInput | undefined> {
  try {
    await writeFile(file, text);
    return undefined;
  } catch (error) {
    return new UnreadableInput(file, `cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
