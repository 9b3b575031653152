import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

/** A document of the repository with its text. */
export interface Document {
  readonly file: string;
  readonly text: string;
}

/** Every document that users and contributors read, by its path in the repository. */
export const DOCUMENTS: readonly Document[] = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'API.md', ...markdownIn('docs')]
  .map(file => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

/** A text without its blocks of code, which are blank so that the lines keep their numbers. */
export const withoutBlocks = (text: string): string =>
  text.replace(/^([ >]*)(`{3,}).*\n[\s\S]*?^\1\2\s*$/gm, block => block.replace(/[^\n]/g, ''));

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder)).flatMap(name => {
    const path = `${folder}/${name}`;
    if (statSync(join(ROOT, path)).isDirectory()) return markdownIn(path);
    return name.endsWith('.md') ? [path] : [];
  });
}
