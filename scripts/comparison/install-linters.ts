import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The linters of templates that are compared, from the Python Package Index. */
const PACKAGES = ['cfn-lint==1.58.0', 'checkov==3.3.30'];

const FOLDER = join(__dirname, '..', '..', 'node_modules', '.cache', 'hardened-fargate', PACKAGES.join('-'));

/** Installs the linters in a virtual environment, in a folder that git ignores, and tells where the program of each is. */
export function installLinters(): (program: 'cfn-lint' | 'checkov') => string {
  const pathOf = (program: string) => join(FOLDER, 'bin', program);
  if (!existsSync(pathOf('checkov'))) {
    execFileSync(process.env.PYTHON ?? 'python3', ['-m', 'venv', '--clear', FOLDER], { stdio: 'inherit' });
    execFileSync(pathOf('python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES], { stdio: 'inherit' });
  }
  return pathOf;
}
