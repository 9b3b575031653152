import { Help } from 'commander';

/** Terms with their descriptions, laid out as the help text of the commands is, and wrapped to the terminal. */
export function twoColumns(rows: readonly (readonly [term: string, description: string])[], width = process.stdout.columns ?? 120): string {
  const help = new Help();
  help.prepareContext({ helpWidth: width });
  const termWidth = Math.max(...rows.map(([term]) => term.length));
  return rows.map(([term, description]) => help.formatItem(term, termWidth, description, help)).join('\n');
}
