/** Runs a scaffold, and says what it made and which commands name what is missing, or why it made nothing. */
export function report(scaffold: () => readonly string[], next: readonly string[]): void {
  try {
    const files = scaffold();
    process.stdout.write(['Made or changed:', ...files.map(file => `  ${file}`), '', 'Replace each TODO. These commands name what is missing:',
      ...next.map(command => `  ${command}`), ''].join('\n'));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
