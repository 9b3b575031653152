import { spawnSync } from 'node:child_process';

/** Prints each program that is run, and each of its arguments, on a line of its own; nothing is run. */
export const STAGE = `
record() { for word; do printf '%s\\037' "$word"; done; printf '\\n'; }
for tool in aws docker curl nc skopeo openssl; do eval "$tool() { record $tool \\"\\$@\\" >&2; record answer; }"; done
`;

/** The words that a POSIX shell would give to the programs of these commands; nothing is run. */
export function wordsIn(shell: string, commands: readonly string[], folder: string): readonly string[] {
  const script = STAGE + commands.map(command => command.replace(/<[a-z][a-z0-9-]*>/g, 'FILLED')).join('\n');
  const { stderr, error } = spawnSync(shell, ['-c', script], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
  if (error) throw error;
  return stderr.split(/\x1f\n?/);
}
