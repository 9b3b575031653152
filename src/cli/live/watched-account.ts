import { type AccountOptions, openAccount } from './open-account';
import type { Account } from '../../evidence/collect/account';
import type { Bounds } from '../../evidence/collect/bounded-account';
import { tell } from '../terminal/print';

/** An account to read within bounds; each of its calls is told on standard error to somebody who waits. */
export function openWatched(options: AccountOptions, bounds: Bounds): Account {
  const account = openAccount(options, bounds);
  const told = new Set<string>();
  return {
    read: (action, input, how) => {
      if (!told.has(action)) tell(`reading ${action}`);
      told.add(action);
      return account.read(action, input, how);
    },
  };
}
