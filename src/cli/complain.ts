import { UNREADABLE } from './exit-code';
import type { UnreadableInput } from './input/unreadable-input';

/** Names each input that cannot be read on standard error, and ends with the exit code for it. */
export function complain(unreadable: readonly UnreadableInput[]): void {
  for (const { message } of unreadable) process.stderr.write(`${message}\n`);
  if (unreadable.length > 0) process.exitCode = UNREADABLE;
}
