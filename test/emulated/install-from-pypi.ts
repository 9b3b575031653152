import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { CFN_LINT, MINISTACK, MOTO, type PythonEnvironment } from './python-environment';

/** Whatever creates the virtual environments. */
const SYSTEM_PYTHON = process.env.PYTHON ?? 'python3';

for (const environment of [MOTO, MINISTACK, CFN_LINT]) if (!environment.isInstalled) install(environment);

function install({ folder, python, requirements, complete }: PythonEnvironment): void {
  rmSync(folder, { recursive: true, force: true });
  requirePython();
  execFileSync(SYSTEM_PYTHON, ['-m', 'venv', folder], { stdio: 'inherit' });
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--require-hashes', '-r', requirements], {
    stdio: 'inherit',
  });
  writeFileSync(complete, '');
}

function requirePython(): void {
  try {
    execFileSync(SYSTEM_PYTHON, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 10))'], { stdio: 'ignore' });
  } catch {
    console.error(`the emulators and cfn-lint need Python 3.10 or later with venv, but '${SYSTEM_PYTHON}' is not that; install it, or name it in PYTHON`);
    process.exit(1);
  }
}
