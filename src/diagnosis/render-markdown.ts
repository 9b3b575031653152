import { bounded, oneLine } from './clean-text';
import type { Diagnosis } from './diagnosis';
import { type Report, reportOf } from './report';

const LONGEST_QUOTE = 240;

/** The diagnosis as Markdown for an issue, a ticket or a wiki; details stand below a fold. */
export function renderMarkdown(diagnosis: Diagnosis): string {
  const report = reportOf(diagnosis);
  return [
    `### ${report.badge}: ${escaped(report.title)}`,
    report.facts.map(escaped).join(' · '),
    escaped(report.happened),
    section(report.whyHeading, report.why.map(({ source, quote, says }) => `- ${escaped(source)}: ${code(bounded(quote, LONGEST_QUOTE))} – ${escaped(says)}`)),
    section('What to do now', report.steps.map(step)),
    fold([
      section(report.alternativesHeading, report.alternatives.map(item => `- ${escaped(item)}`)),
      section('What would have prevented it', report.prevention.map(item => `- ${escaped(item)}`)),
      section('What was not known', report.gaps.map(item => `- ${escaped(item)}`)),
    ]),
  ].filter(part => part !== '').join('\n\n');
}

const section = (heading: string, items: readonly string[]): string => items.length === 0 ? '' : [`**${heading}**`, '', ...items].join('\n');

const step = ({ title, commands }: Report['steps'][number], index: number): string =>
  [`${index + 1}. ${escaped(title)}`, ...commands.length > 0 ? ['   ```sh', ...commands.map(command => `   ${fenceless(command)}`), '   ```'] : []].join('\n');

function fold(sections: readonly string[]): string {
  const filled = sections.filter(text => text !== '');
  return filled.length === 0 ? '' : ['<details><summary>Details</summary>', ...filled, '</details>'].join('\n\n');
}

/** The text as itself: no markup, no HTML, no mention and no link that somebody wrote into a log. */
const escaped = (text: string): string =>
  oneLine(text).replace(/[\\`*_{}[\]()#+|~!@]/g, '\\$&').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/:\/\//g, ':&#47;&#47;');

/** A code span whose fence is longer than any run of backticks in it. */
function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${line} ${fence}` : fence + line + fence;
}

const fenceless = (command: string): string => oneLine(command).replaceAll('```', "'''");
