import { rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Removes the temporary folder of the run; in watch mode the next run makes another one. */
export = function endRun(): void {
  const folder = process.env.TMPDIR;
  if (folder === undefined || !folder.includes('hardened-fargate-tests-')) return;
  rmSync(folder, { recursive: true, force: true });
  process.env.TMPDIR = dirname(folder);
};
