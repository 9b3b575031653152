import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What secretlint knows, and what it finds in each of the texts, both by the names of its rules. */
interface Answer {
  readonly knows: readonly string[];
  readonly found: readonly (readonly string[])[];
}

export const askSecretlint = (texts: readonly string[]): Answer =>
  JSON.parse(execFileSync(process.execPath, [join(__dirname, 'secretlint.mjs')], { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })) as Answer;
