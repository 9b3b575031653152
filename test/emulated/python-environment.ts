import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CACHE = join(__dirname, '..', '..', 'node_modules', '.cache', 'hardened-fargate');

/** A virtual environment for one program, in a folder that git ignores; other requirements have another one. */
export class PythonEnvironment {
  /** Every package of the program, pinned with its hashes. */
  readonly requirements: string;
  readonly folder: string;
  /** Stands where the installation came to its end. */
  readonly complete: string;
  readonly python: string;

  constructor(readonly program: string) {
    this.requirements = join(__dirname, 'requirements', `${program}.txt`);
    const version = createHash('sha256').update(readFileSync(this.requirements)).digest('hex').slice(0, 12);
    this.folder = join(CACHE, `${program}-${version}`);
    this.complete = join(this.folder, 'complete');
    this.python = this.pathOf('python');
  }

  get isInstalled(): boolean {
    return existsSync(this.complete);
  }

  /** Where a command of the environment is. */
  pathOf(command: string): string {
    return join(this.folder, 'bin', command);
  }

  requireInstalled(): void {
    if (!this.isInstalled) throw new Error(`${this.program} is not installed; run these tests with npm run test:emulated, which installs it`);
  }
}

/** Holds an account that is read. */
export const MOTO = new PythonEnvironment('moto');

/** Holds an account that is deployed into. */
export const MINISTACK = new PythonEnvironment('ministack');

/** Judges templates. */
export const CFN_LINT = new PythonEnvironment('cfn-lint');
