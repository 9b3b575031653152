import { Token } from 'aws-cdk-lib';

/** What an analyzer watches, and the accounts that it reads beside its own. */
interface Members {
  readonly memberAccounts?: readonly string[];
  readonly services?: readonly unknown[];
  readonly cluster?: unknown;
}

/** AWS Lambda takes 4 KB of environment variables, in which each account has 13 characters. */
const MOST_ACCOUNTS = 200;

/** Stops of other accounts come in on an event bus; an analyzer of certain services or of a cluster sees none of them. */
export function requireMemberAccounts({ memberAccounts = [], services, cluster }: Members): void {
  const wrong = memberAccounts.find(account => !Token.isUnresolved(account) && !/^\d{12}$/.test(account));
  if (wrong !== undefined) throw new Error(`'memberAccounts' has '${wrong}', but an account ID must have 12 digits`);
  if (memberAccounts.length > MOST_ACCOUNTS) {
    throw new Error(
      `'memberAccounts' has ${memberAccounts.length} accounts, but an analyzer supports at most ${MOST_ACCOUNTS}, because the `
        + 'environment variables of a Lambda function can have at most 4 KB; for the remaining accounts, declare another StopAnalyzer '
        + 'with its own event bus',
    );
  }
  const subject = services ? 'services' : cluster ? 'cluster' : undefined;
  if (memberAccounts.length === 0 || subject === undefined) return;
  throw new Error(
    `'memberAccounts' and '${subject}' are both set, but '${subject}' contains only services of this account; remove '${subject}'`,
  );
}
