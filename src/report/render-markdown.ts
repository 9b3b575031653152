import { fitOneScreen, ONE_SCREEN, type Paragraph } from './one-screen';
import { type Page, type Report, reportOf } from './report';
import type { Diagnosis } from '../diagnosis/model/diagnosis';
import { bounded, oneLine } from '../evidence/clean/clean-text';

const LONGEST_QUOTE = 240;
/** Title, facts, stop and summary, each with an empty line, and those that Markdown wants below the two headings and before the fold. */
const LINES_OF_HEAD = 9;

/** The page of the cause, which stands below the fold if there is one. */
const LINES_OF_LINK = 2;

/** The diagnosis as Markdown for an issue, a ticket or a wiki: what is needed now fits on one screen, details stand below a fold. */
export function renderMarkdown(diagnosis: Diagnosis): string {
  const report = reportOf(diagnosis);
  const others = otherParagraphs(report);
  const { above, below } = fitOneScreen(mainParagraphs(report), [], ONE_SCREEN - LINES_OF_HEAD - (others.length > 0 ? 0 : LINES_OF_LINK));
  const details = [...below, ...others].map(section);
  return [
    `### ${report.badge}: ${escaped(report.title)}`,
    [...report.facts.map(escaped), ...report.page ? [link(report.page)] : []].join(' · '),
    report.stop.map(escaped).join(' · '),
    escaped(report.happened),
    ...above.map(section),
    ...details.length > 0 ? ['<details><summary>Details</summary>', ...details, '</details>'] : [],
    link(report.documentation),
  ].filter(part => part !== '').join('\n\n');
}

const mainParagraphs = (report: Report): readonly Paragraph[] => [
  { heading: report.whyHeading, items: report.why.map(clue) },
  { heading: 'What to do now', items: report.steps.map(step) },
];

const clue = ({ source, quote, says }: Report['why'][number]): readonly string[] =>
  [`- ${escaped(source)}: ${code(bounded(quote, LONGEST_QUOTE))} – ${escaped(says)}`];

const otherParagraphs = (report: Report): readonly Paragraph[] => [
  { heading: report.alternativesHeading, items: list(report.alternatives) },
  { heading: 'What would have prevented it', items: list(report.prevention) },
  { heading: 'Missing evidence', items: list(report.gaps) },
].filter(({ items }) => items.length > 0);

const section = ({ heading, items }: Paragraph): string => [`**${heading}**`, '', ...items.flat()].join('\n');

const list = (texts: readonly string[]): Paragraph['items'] => texts.map(text => [`- ${escaped(text)}`]);

const step = ({ title, commands }: Report['steps'][number], index: number): readonly string[] => [
  `${index + 1}. ${escaped(title)}`,
  ...commands.length > 0 ? ['   ```sh', ...commands.map(command => `   ${fenceless(command)}`), '   ```'] : [],
];

/** An address that we made ourselves, of encoded names. */
const link = ({ title, url }: Page): string => `${escaped(title)}: <${url.replace(/[<>\s]/g, encodeURIComponent)}>`;

/** The text as itself: no markup, no HTML, no mention and no link that somebody wrote into a log. */
const escaped = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_{}[\]()#+|~!@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:\/\//g, ':&#47;&#47;');

/** A code span whose fence is longer than any run of backticks in it. */
function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${line} ${fence}` : fence + line + fence;
}

const fenceless = (command: string): string => oneLine(command).replaceAll('```', "'''");
