import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Installs the library in a folder, so that findings show the lines of an app: those of the library lie where npm would put them. */
export function install(folder: string): void {
  const installed = join(folder, 'node_modules', 'hardened-fargate');
  cpSync('src', join(installed, 'src'), { recursive: true });
  for (const shared of ['assets', 'node_modules', 'package.json']) symlinkSync(resolve(shared), join(installed, shared));
  const paths = { 'hardened-fargate': [join(installed, 'src', 'index.ts')] };
  writeFileSync(configurationIn(folder), JSON.stringify({ extends: resolve('tsconfig.dev.json'), compilerOptions: { paths } }));
}

/** The configuration of TypeScript with which an app finds the library in a folder. */
export const configurationIn = (folder: string): string => join(folder, 'tsconfig.json');
