import type { UnreadableInput } from '../input/unreadable-input';
import { UNREADABLE } from '../terminal/exit-code';
import { tell } from '../terminal/print';

/** Names on standard error what cannot be read; the exit code tells so, unless the inputs that hold it were read otherwise. */
export function printUnreadable(
  unreadable: readonly UnreadableInput[], { isAnswered = false }: { readonly isAnswered?: boolean } = {},
): void {
  for (const { message } of unreadable) tell(message);
  if (unreadable.length > 0 && !isAnswered) process.exitCode = UNREADABLE;
}
