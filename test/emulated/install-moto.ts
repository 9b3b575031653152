import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { COMPLETE, INSTALLED, PYTHON, REQUIREMENTS } from './installed-moto';

/** Whatever creates the virtual environment. */
const SYSTEM_PYTHON = process.env.PYTHON ?? 'python3';

if (!existsSync(COMPLETE)) install();

function install(): void {
  rmSync(INSTALLED, { recursive: true, force: true });
  requirePython();
  execFileSync(SYSTEM_PYTHON, ['-m', 'venv', INSTALLED], { stdio: 'inherit' });
  execFileSync(PYTHON, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--require-hashes', '-r', REQUIREMENTS], {
    stdio: 'inherit',
  });
  writeFileSync(COMPLETE, '');
}

function requirePython(): void {
  try {
    execFileSync(SYSTEM_PYTHON, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 10))'], { stdio: 'ignore' });
  } catch {
    console.error(`the emulated account needs Python 3.10 or later with venv, but '${SYSTEM_PYTHON}' is not that; install it, or name it in PYTHON`);
    process.exit(1);
  }
}
