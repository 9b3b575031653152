import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SEARCH } from './search';

/**
 * Searches the built site for the id and the sentence of each guardrail and cause. Their page must be the first result; if the id is written as
 * separate words, or for the sentence, only pages of other guardrails and causes are allowed before it.
 */
const SITE = join(__dirname, '..', '..', 'site');
const CHUNKS = join(SITE, 'dist', 'assets', 'chunks');

/** The part of the search of VitePress that is used here. */
interface Index {
  readonly search: (query: string) => readonly { readonly id: string }[];
}

interface Search {
  readonly default: { readonly loadJSON: (json: string, options: object) => Index };
}

void main();

async function main(): Promise<void> {
  const index = await builtIndex();
  const named = ['guardrails', 'causes'].flatMap(namedIn);
  const wrong = named.flatMap(({ page, name, sentence }) => [
    ...before(page, name, index),
    ...[name.replace(/[-/]/g, ' '), sentence].flatMap(words => before(page, words, index)).filter(found => !named.some(one => one.page === found)),
  ].map(found => `${found} is found before ${page}`));
  for (const line of wrong) console.error(line);
  console.log(`${named.length} guardrails and causes, ${wrong.length} pages before theirs`);
  process.exitCode = wrong.length === 0 && named.length > 0 ? 0 : 1;
}

/** The pages that a query finds before its own page. */
function before(page: string, query: string, index: Index): readonly string[] {
  const found = index.search(query).map(({ id }) => id.split('#')[0]);
  return found.includes(page) ? found.slice(0, found.indexOf(page)) : [...found, 'nothing'];
}

/** The index as a browser loads it. */
async function builtIndex(): Promise<Index> {
  const { default: MiniSearch } = await import(createRequire(join(SITE, 'package.json')).resolve('minisearch')) as Search;
  const [chunk] = readdirSync(CHUNKS).filter(name => name.startsWith('@localSearchIndexroot'));
  const source = readFileSync(join(CHUNKS, chunk)).toString('base64');
  const { default: json } = await import(`data:text/javascript;base64,${source}`) as { readonly default: string };
  return MiniSearch.loadJSON(json, { fields: ['title', 'titles', 'text'], storeFields: ['title', 'titles'], ...SEARCH.options, searchOptions: SEARCH.searchOptions });
}

/** The pages of a folder, with the id and the sentence of their headings. */
function namedIn(folder: string): readonly { readonly page: string; readonly name: string; readonly sentence: string }[] {
  return readdirSync(join(SITE, 'content', folder), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.md')).map(file => {
    const [, name, sentence] = /^# ([^:]+): (.+)/.exec(readFileSync(join(SITE, 'content', folder, file), 'utf8'))!;
    return { page: `/${folder}/${name}.html`, name, sentence };
  });
}
