import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { pagesOfSections, titlesOfSections } from './pages-of-sections';

const ROOT = join(__dirname, '..', '..');
const CONTENT = join(ROOT, 'site', 'content');
const { repository } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { repository: { url: string } };
const SOURCES = `${repository.url.replace(/\.git$/, '')}/blob/main`;

/** The documents of the repository that are pages of the site, by their path in the repository. */
const documents = new Map<string, string>([
  ['README.md', 'index.md'],
  ['CONTRIBUTING.md', 'CONTRIBUTING.md'],
  ['SECURITY.md', 'SECURITY.md'],
  ['API.md', 'API.md'],
  ...markdownIn('docs').map((file): [string, string] => [file, file.replace(/^docs\//, '').replace(/README\.md$/, 'index.md')]),
  // Beside the page of the root that has the same name.
  ['docs/SECURITY.md', 'REDACTION.md'],
]);

/** Documents that get a page for each of their sections, and the folder of these pages. */
const SECTIONS = new Map([
  ['docs/CAUSES.md', { folder: 'causes', level: 3, all: 'All causes' }],
  ['docs/GUARDRAILS.md', { folder: 'guardrails', level: 2, all: 'All guardrails' }],
]);

/** The pages of these sections, by document and anchor. */
const pagesByAnchor = new Map([...SECTIONS].flatMap(([file, { folder, level }]) =>
  titlesOfSections(read(file), level).map((title): [string, string] => [`${file}#${GithubSlugger.slug(title)}`, `${folder}/${title}.md`])));

assemble();

/** Copies the documents, and makes links between them links between pages. */
function assemble(): void {
  rmSync(CONTENT, { recursive: true, force: true });
  for (const [file, page] of documents) {
    // The search shows a heading without its tags.
    const text = withLinks(read(file).replace(/<!--[\s\S]*?-->\n*/g, '').replaceAll('<sup>Required</sup>', ' (required)'), file, page);
    const sections = SECTIONS.get(file);
    // The search finds the page of a section, and need not find the section as well.
    write(page, sections === undefined ? text : `---\nsearch: false\n---\n\n${text}`);
    if (sections !== undefined) pagesOfSections(text, sections, page).forEach(({ path, body }) => write(path, body));
  }
  cpSync(join(ROOT, 'docs', 'images'), join(CONTENT, 'images'), { recursive: true });
}

/** Rewrites each relative link: to the page of a document, or else to the file in the repository. */
function withLinks(text: string, file: string, page: string): string {
  return text.replace(/(!?)\[((?:[^\][]|\[[^\]]*\])*)\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)\s]*)?\)/g, (_, image: string, label: string, target: string, anchor = '') => {
    const linked = posix.normalize(posix.join(posix.dirname(file), target));
    if (image !== '' && linked.startsWith('docs/')) return `${image}[${label}](${relative(page, linked.slice('docs/'.length))})`;
    const section = pagesByAnchor.get(`${linked}${anchor}`);
    if (section !== undefined) return `[${label}](${relative(page, section)})`;
    const other = documents.get(linked);
    return `${image}[${label}](${other === undefined ? `${SOURCES}/${linked}` : relative(page, other)}${anchor})`;
  });
}

function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function write(page: string, text: string): void {
  const path = join(CONTENT, page);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder)).flatMap(name => {
    const path = `${folder}/${name}`;
    if (statSync(join(ROOT, path)).isDirectory()) return markdownIn(path);
    return name.endsWith('.md') ? [path] : [];
  });
}
