/** One line of the table that the bench prints. */
export interface Measurement {
  readonly what: string;
  readonly value: string;
  /** Against the first measurement of its kind, in the same run. */
  readonly ratio?: string;
}

/** The measurements in GitHub's Markdown, which a terminal shows well enough. */
export function tableOf(measurements: readonly Measurement[]): string {
  const rows = [['Measured', 'Value', 'Ratio'], ...measurements.map(({ what, value, ratio = '' }) => [what, value, ratio])];
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column].length)));
  const [head, ...body] = rows.map(([what, value, ratio]) => `| ${what.padEnd(widths[0])} | ${value.padStart(widths[1])} | ${ratio.padStart(widths[2])} |`);
  const line = `|${'-'.repeat(widths[0] + 2)}|${'-'.repeat(widths[1] + 1)}:|${'-'.repeat(widths[2] + 1)}:|`;
  return [head, line, ...body].join('\n');
}
