import type { Account } from '../../evidence/collect/account';

/** The account, each of its calls told to somebody who waits. */
export function watched(account: Account, tell: (line: string) => void): Account {
  const told = new Set<string>();
  return {
    read: (action, input, how) => {
      if (!told.has(action)) tell(`reading ${action}`);
      told.add(action);
      return account.read(action, input, how);
    },
  };
}
