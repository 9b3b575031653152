/** A table in GitHub's Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.map(cell).join(' | ')} |`).join('\n');

/** Words in the type of a program, whatever characters they hold. */
export function code(text: string): string {
  const longestRun = Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return longestRun > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Words as they are, where Markdown would take a placeholder such as `<region>` for HTML. */
export const prose = (text: string): string => text.replaceAll('<', '\\<');

/** A block of lines in the type of a program. */
export const block = (lines: readonly string[], language = 'text'): string => ['```' + language, ...lines, '```'].join('\n');

/** The first line of every generated document. */
export const generatedNotice = '<!-- Generated from the code by `npx projen docs`. Do not edit. -->';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
