import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { preProcessFile } from 'typescript';

const ROOT = join(__dirname, '..', '..');

/** Every file of TypeScript in `src/`, by its path in the repository. */
export const SOURCE_FILES: readonly string[] = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => `src/${file}`);

/** The files of the repository that a file imports, for their types or for their values. */
export const importsOf = (file: string): readonly string[] => preProcessFile(readFileSync(join(ROOT, file), 'utf8')).importedFiles
  .map(({ fileName }) => fileName)
  .filter(name => name.startsWith('.'))
  .map(name => relative(ROOT, normalize(join(ROOT, dirname(file), `${name}.ts`))))
  .filter(imported => existsSync(join(ROOT, imported)));
