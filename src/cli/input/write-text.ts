import { constants } from 'node:fs';
import { access, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UnreadableInput } from './unreadable-input';

/** Writes a file, or says why it cannot. */
export async function writeText(file: string, text: string): Promise<UnreadableInput | undefined> {
  return unlessItFails(file, () => writeFile(file, text));
}

/** Why a file will not be written, as far as that can be told without a change of it: what it is to hold may take minutes of calls. */
export const whyUnwritable = (file: string): Promise<UnreadableInput | undefined> => unlessItFails(file, async () => {
  const existing = await stat(file).catch(unlessMissing);
  if (existing?.isDirectory() === true) throw new Error('it is a directory; name a file in it');
  await access(existing === undefined ? dirname(file) : file, constants.W_OK);
});

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function unlessItFails(file: string, act: () => Promise<void>): Promise<UnreadableInput | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    return new UnreadableInput(file, `cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
