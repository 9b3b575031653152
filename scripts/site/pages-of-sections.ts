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
    const { heading, text: own } = withLead(title, lines.join('\n'));
    return { path, body: `# ${heading}\n${own.replace(/\]\(\.\//g, `](${posix.relative(posix.dirname(path), '.')}/`)}\n[${all}](${back})\n` };
  });
}

/** The first sentence of a guardrail or cause becomes a part of the heading, which the search finds first and shows; its class becomes a badge. */
function withLead(title: string, text: string): { readonly heading: string; readonly text: string } {
  const [lead, ofCause, what, requirement, ofGuardrail] = /^\n\*\*(?:(failure|notice|benign)\*\*: (.+)|(.+)\*\* \((.+)\))$/m.exec(text) ?? [];
  if (lead === undefined || !text.startsWith(lead)) return { heading: title, text };
  return {
    heading: `${title}: ${(what ?? requirement).replace(/\.$/, '')}`,
    text: text.replace(lead, `\n<Badge type="info" text="${ofCause ?? ofGuardrail}" />`),
  };
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
