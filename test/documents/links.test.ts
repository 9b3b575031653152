import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { DOCUMENTS, ROOT, withoutBlocks } from './documents';

const LINK = /\[(?:[^\][]|\[[^\]]*\])*\]\(([^)\s]+)(?: "[^"]*")?\)/g;

/** Files that are no part of the package are linked by their address. */
const SOURCES = 'https://github.com/hardened-fargate/hardened-fargate/blob/main/';

test.each(DOCUMENTS)('every link of $file within the repository leads somewhere', ({ file, text }) => {
  const sources = linksOf(text).filter(target => target.startsWith(SOURCES)).map(target => target.slice(SOURCES.length));
  expect(relativeLinksOf(text).filter(target => !leadsSomewhere(file, target))).toEqual([]);
  expect(sources.filter(target => !leadsSomewhere('README.md', target))).toEqual([]);
});

describe('in the package', () => {
  const pack = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [{ files }] = JSON.parse(pack) as [{ readonly files: readonly { readonly path: string }[] }];
  const shipped = new Set(files.flatMap(({ path }) => [path, ...foldersOf(path)]));
  const documents = DOCUMENTS.filter(({ file }) => shipped.has(file));

  test('are the README and the documents that it links to', () => {
    expect(documents.map(({ file }) => file)).toEqual(expect.arrayContaining(['README.md', 'API.md', 'docs/GUARDRAILS.md', 'docs/SHAPES.md']));
  });

  test.each(documents)('every relative link of $file leads to a file of the package', ({ file, text }) => {
    const paths = relativeLinksOf(text).map(target => target.split('#')[0]).filter(path => path !== '');
    expect(paths.filter(path => !shipped.has(posix.join(posix.dirname(file), path).replace(/\/$/, '')))).toEqual([]);
  });
});

test('a link to a missing file, or to a missing heading, leads nowhere', () => {
  expect(['docs/MISSING.md', '#missing', 'docs/GUARDRAILS.md#missing'].filter(target => leadsSomewhere('README.md', target))).toEqual([]);
  expect(leadsSomewhere('README.md', 'docs/GUARDRAILS.md#circuit-breaker')).toBe(true);
});

const linksOf = (text: string): readonly string[] => [...withoutBlocks(text).matchAll(LINK)].map(([, target]) => target);

const relativeLinksOf = (text: string): readonly string[] => linksOf(text).filter(target => !/^(?:https?|mailto):/.test(target));

/** The folders that hold a file, from the nearest on. */
function foldersOf(path: string): readonly string[] {
  return path.includes('/') ? [posix.dirname(path), ...foldersOf(posix.dirname(path))] : [];
}

function leadsSomewhere(from: string, target: string): boolean {
  const [path, anchor] = target.split('#');
  const file = path === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(path));
  const absolute = join(ROOT, file);
  if (!existsSync(absolute)) return false;
  if (anchor === undefined || !file.endsWith('.md') || statSync(absolute).isDirectory()) return true;
  return anchorsOf(readFileSync(absolute, 'utf8')).has(decodeURIComponent(anchor));
}

/** The anchors that GitHub gives to headings, and those that are written out. */
function anchorsOf(text: string): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const headings = [...withoutBlocks(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, title]) => slugger.slug(withoutMarkup(title)));
  return new Set([...headings, ...[...text.matchAll(/ (?:name|id)="([^"]+)"/g)].map(([, id]) => id)]);
}

const withoutMarkup = (title: string): string => title.replace(/<[^>]*>/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
