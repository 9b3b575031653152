import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Mutant } from './mutants';

const LONGEST_MINUTES = 10;

/** A copy of the repository in a temporary folder, in which one file at a time holds a mutant. */
export class MutatedCopy {
  public readonly folder = mkdtempSync(join(tmpdir(), 'mutants-'));

  constructor(private readonly root: string) {
    cpSync(root, this.folder, { recursive: true, filter: path => !['node_modules', '.git'].includes(basename(path)) });
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** Takes the bundles of the repository, which hold no mutant. */
  public takeBundles(): void {
    for (const made of ['assets', 'lib']) cpSync(join(this.root, made), join(this.folder, made), { recursive: true });
  }

  /** Asks something of the repository while a file of it holds the mutant. */
  public with<T>({ file, start, end, text }: Mutant, ask: () => T): T {
    const source = readFileSync(join(this.root, file), 'utf8');
    writeFileSync(join(this.folder, file), source.slice(0, start) + text + source.slice(end));
    try {
      return ask();
    } finally {
      writeFileSync(join(this.folder, file), source);
    }
  }

  /** Whether a command fails, or does not end. */
  public fails(command: string, ...words: readonly string[]): boolean {
    const { status } = spawnSync(join(this.root, 'node_modules', '.bin', command), words, {
      cwd: this.folder,
      env: { ...process.env, CDK_VALIDATION: 'false', FUZZ_SEED: '16' },
      stdio: 'ignore',
      timeout: LONGEST_MINUTES * 60_000,
    });
    return status !== 0;
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
