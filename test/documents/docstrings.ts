import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, ROOT } from './documents';

const EXPORTED = [...readFileSync(join(ROOT, 'src', 'index.ts'), 'utf8').matchAll(/ from '\.\/([^']+)'/g)].map(([, path]) => `src/${path}.ts`);

/** The comments of each file of the public API, of which API.md is made; a paragraph or a tag is a line. */
export const DOCSTRINGS: readonly Document[] = EXPORTED.map(file => ({ file, text: docstringsOf(readFileSync(join(ROOT, file), 'utf8')) }));

export function docstringsOf(code: string): string {
  return [...code.matchAll(/\/\*\*([\s\S]*?)\*\//g)].map(([, comment]) => linesOf(comment)).join('\n');
}

function linesOf(comment: string): string {
  const text = comment.replace(/^\s*\* ?/gm, '').replace(/@example[\s\S]*?(?=^@|$(?![\s\S]))/gm, '').replace(/^@see .*$/gm, '');
  return text.replace(/^@(?:default|returns|param \w+)(?: -)? ?/gm, '\n').split(/\n\s*\n/).map(paragraph => paragraph.replace(/\s+/g, ' ').trim()).join('\n');
}
