import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SEARCH } from './search';

/**
 * Searches the built site for the name of each guardrail and cause. The page of the name must be the first result; if the name is written as
 * separate words, only pages of other guardrails and causes with the same words are allowed before it.
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
  const names = ['guardrails', 'causes'].flatMap(folder => namesIn(folder).map(name => ({ name, page: `/${folder}/${name}.html` })));
  const wrong = names.flatMap(({ name, page }) => [...before(page, name, index), ...before(page, name.replace(/[-/]/g, ' '), index).filter(found => !isNamed(found, names))]
    .map(found => `'${name}' finds ${found} before ${page}`));
  for (const line of wrong) console.error(line);
  console.log(`${names.length} guardrails and causes, ${wrong.length} pages before theirs`);
  process.exitCode = wrong.length === 0 && names.length > 0 ? 0 : 1;
}

/** The pages that a query finds before its own page. */
function before(page: string, query: string, index: Index): readonly string[] {
  const found = index.search(query).map(({ id }) => id.split('#')[0]);
  return found.includes(page) ? found.slice(0, found.indexOf(page)) : [...found, 'nothing'];
}

const isNamed = (found: string, names: readonly { readonly page: string }[]): boolean => names.some(({ page }) => page === found);

/** The index as a browser loads it. */
async function builtIndex(): Promise<Index> {
  const { default: MiniSearch } = await import(createRequire(join(SITE, 'package.json')).resolve('minisearch')) as Search;
  const [chunk] = readdirSync(CHUNKS).filter(name => name.startsWith('@localSearchIndexroot'));
  const source = readFileSync(join(CHUNKS, chunk)).toString('base64');
  const { default: json } = await import(`data:text/javascript;base64,${source}`) as { readonly default: string };
  return MiniSearch.loadJSON(json, { fields: ['title', 'titles', 'text'], storeFields: ['title', 'titles'], ...SEARCH.options, searchOptions: SEARCH.searchOptions });
}

const namesIn = (folder: string): readonly string[] => readdirSync(join(SITE, 'content', folder), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.md'))
  .map(name => name.replaceAll('\\', '/').replace(/\.md$/, ''));
