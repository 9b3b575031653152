import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { DOCUMENTS, ROOT, withoutBlocks } from './documents';

const LINK = /\[(?:[^\][]|\[[^\]]*\])*\]\(([^)\s]+)(?: "[^"]*")?\)/g;

test.each(DOCUMENTS)('every link of $file within the repository leads somewhere', ({ file, text }) => {
  const targets = [...withoutBlocks(text).matchAll(LINK)].map(([, target]) => target).filter(target => !/^(?:https?|mailto):/.test(target));
  expect(targets.filter(target => !leadsSomewhere(file, target))).toEqual([]);
});

test('a link to a missing file, or to a missing heading, leads nowhere', () => {
  expect(['docs/MISSING.md', '#missing', 'docs/GUARDRAILS.md#missing'].filter(target => leadsSomewhere('README.md', target))).toEqual([]);
  expect(leadsSomewhere('README.md', 'docs/GUARDRAILS.md#circuit-breaker')).toBe(true);
});

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
