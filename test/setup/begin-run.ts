import { randomInt } from 'node:crypto';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a run one temporary folder, in which everything that its tests write stands, and one seed for all made-up input. */
export = function beginRun(): void {
  process.env.TMPDIR = mkdtempSync(join(realpathSync(tmpdir()), 'hardened-fargate-tests-'));
  process.env.FUZZ_SEED ??= String(randomInt(2 ** 31));
  process.stderr.write(`Made-up input of this run: FUZZ_SEED=${process.env.FUZZ_SEED}\n`);
};
