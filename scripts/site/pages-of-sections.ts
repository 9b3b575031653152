import { posix } from 'node:path';

/** A page that is made from a section of a document. */
interface Page {
  readonly path: string;
  readonly body: string;
}

/** Sections of a document: the folder of their pages, the level of their headings, and the words of the link to the whole document. */
interface Sections {
  readonly folder: string;
  readonly level: number;
  readonly all: string;
}

interface Section {
  readonly title: string;
  readonly lines: string[];
}

/** A page for each section at a level of headings, such as one for each cause. */
export function pagesOfSections(text: string, { folder, level, all }: Sections, page: string): readonly Page[] {
  return sectionsOf(text, level).map(({ title, lines }) => {
    const path = `${folder}/${title}.md`;
    const back = posix.relative(posix.dirname(path), page);
    return { path, body: `# ${title}\n${lines.join('\n').replace(/\]\(\.\//g, `](${posix.relative(posix.dirname(path), '.')}/`)}\n[${all}](${back})\n` };
  });
}

export const titlesOfSections = (text: string, level: number): readonly string[] => sectionsOf(text, level).map(({ title }) => title);

function sectionsOf(text: string, level: number): readonly Section[] {
  const heading = new RegExp(`^${'#'.repeat(level)} (.+)$`);
  const upper = new RegExp(`^#{1,${level - 1}} `);
  const sections: Section[] = [];
  let open = false;
  let isCode = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) isCode = !isCode;
    const title = isCode ? undefined : heading.exec(line)?.[1];
    if (title !== undefined) sections.push({ title, lines: [] });
    if (title !== undefined || !isCode && upper.test(line)) open = title !== undefined;
    else if (open) sections.at(-1)!.lines.push(line);
  }
  return sections;
}
