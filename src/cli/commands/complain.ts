import type { UnreadableInput } from '../input/unreadable-input';
import { UNREADABLE } from '../terminal/exit-code';
import { tell } from '../terminal/print';

/** Names each input that cannot be read on standard error; the exit code tells so where nothing beside them could be read. */
export function complain(unreadable: readonly UnreadableInput[], { beside = 0 }: { readonly beside?: number } = {}): void {
  for (const { message } of unreadable) tell(message);
  if (unreadable.length > 0 && beside === 0) process.exitCode = UNREADABLE;
}
