import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Looks up every link inside the built site, to a page, an anchor or a picture; VitePress looks up pages only. */
const SITE = join(__dirname, '..', '..', 'site', 'dist');

const pages = readdirSync(SITE, { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/')).filter(name => name.endsWith('.html'));
const markup = new Map(pages.map(page => [page, readFileSync(join(SITE, page), 'utf8')]));
const anchors = new Map([...markup].map(([page, html]) => [page, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]));

const dead = [...markup].flatMap(([page, html]) => linksOf(html).filter(link => leadsNowhere(page, link)).map(link => `${page}: ${link}`));
for (const link of dead) console.error(`${link} leads nowhere`);
console.log(`${pages.length} pages, ${dead.length} links that lead nowhere`);
process.exitCode = dead.length === 0 ? 0 : 1;

function linksOf(html: string): readonly string[] {
  const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => decodeURIComponent(link.replaceAll('&amp;', '&')));
  return [...new Set(links)].filter(link => !/^(?:[a-z]+:|\/\/)/.test(link));
}

function leadsNowhere(page: string, link: string): boolean {
  const [path, anchor] = link.split('#');
  const file = path === '' ? page : fileOf(path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(page), path));
  return file === undefined || Boolean(anchor) && anchors.get(file)?.has(anchor) === false;
}

/** The file that a web server sends for a path. */
function fileOf(path: string): string | undefined {
  return [path, `${path}.html`, posix.join(path, 'index.html')].find(file => existsSync(join(SITE, file)) && statSync(join(SITE, file)).isFile());
}
