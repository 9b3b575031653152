import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every package of the emulator, pinned with its hashes. */
export const REQUIREMENTS = join(__dirname, 'requirements.txt');

const version = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);

/** The virtual environment of the emulator, in a folder that git ignores; other requirements have another one. */
export const INSTALLED = join(__dirname, '..', '..', 'node_modules', '.cache', 'hardened-fargate', `moto-${version}`);

/** Stands where the installation came to its end. */
export const COMPLETE = join(INSTALLED, 'complete');

/** The Python of the environment. */
export const PYTHON = join(INSTALLED, 'bin', 'python');
