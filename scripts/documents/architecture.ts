import { readFileSync } from 'node:fs';
import { IMPORT_LAW } from '../../projenrc/import-law';

const FILE = 'docs/ARCHITECTURE.md';
const BEGIN = '<!-- from projenrc/import-law.ts -->';
const END = '<!-- end -->';

/** The page about the architecture, with the folders and what they may import as the law has them. */
export function architectureWithLaw(): string {
  const [before, rest] = readFileSync(FILE, 'utf8').split(BEGIN);
  if (rest === undefined) throw new Error(`'${FILE}' has no '${BEGIN}', but the law of imports is printed after it; put it back`);
  return [before, BEGIN, '\n\n', lawAsMarkdown(), '\n', END, rest.split(END)[1]].join('');
}

const lawAsMarkdown = (): string => [
  '| folder | holds | imports | from outside |',
  '|---|---|---|---|',
  ...Object.entries(IMPORT_LAW).map(([folder, { holds, imports, outside = [] }]) =>
    `| ${code(folder)} | ${holds} | ${imports.map(code).join(', ') || '–'} | ${outside.map(code).join(', ') || '–'} |`),
  '',
].join('\n');

const code = (text: string): string => `\`${text}\``;
