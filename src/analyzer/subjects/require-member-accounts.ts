import { Token } from 'aws-cdk-lib';

/** What an analyzer watches, and the accounts that it reads beside its own. */
interface Members {
  readonly memberAccounts?: readonly string[];
  readonly services?: readonly unknown[];
  readonly cluster?: unknown;
}

/** Stops of other accounts come in on an event bus; an analyzer of certain services or of a cluster sees none of them. */
export function requireMemberAccounts({ memberAccounts = [], services, cluster }: Members): void {
  const wrong = memberAccounts.find(account => !Token.isUnresolved(account) && !/^\d{12}$/.test(account));
  if (wrong !== undefined) throw new Error(`'memberAccounts' holds '${wrong}', but the id of an account has 12 digits`);
  const subject = services ? 'services' : cluster ? 'cluster' : undefined;
  if (memberAccounts.length === 0 || subject === undefined) return;
  throw new Error(
    `'memberAccounts' and '${subject}' are both set, but no stop of another account is of '${subject}'; leave out '${subject}'`,
  );
}
