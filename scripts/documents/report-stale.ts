import { existsSync, readFileSync } from 'node:fs';

/** A document of the repository, what it should say, and the command that makes it say so. */
export interface Expected {
  readonly file: string;
  readonly text: string;
  readonly mendedBy: string;
}

/** Names each document that says something else, and ends with a failure if there is one. */
export function reportStale(expected: readonly Expected[]): void {
  const stale = expected.filter(({ file, text }) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  for (const { file, mendedBy } of stale) console.error(`${file} does not say what the code says; \`${mendedBy}\` writes it anew`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}
