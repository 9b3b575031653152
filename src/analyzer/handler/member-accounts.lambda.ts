import { besideThis } from './beside-this.lambda';
import type { AccountAt, Send } from '../../evidence/collect/account';
import type { assumeRole as assume, sendWithSdk as sending } from '../../evidence/collect/account.sdk';
import { boundedAccount, type Bounds, BOUNDS } from '../../evidence/collect/bounded-account';
import type { Gap } from '../../evidence/model/gap';
import type { Place } from '../../evidence/model/place';
import { messageOf } from '../explaining/explain-event';
import { within } from '../explaining/within';
import type { AnalyzerSettings } from '../protocol/environment';
import { READER_ROLE, readerRoleArn } from '../protocol/reader-role';
import { TIME_LIMITS } from '../protocol/time-limits';

/** A session is not begun anew before its last minutes. */
const LAST_MINUTES = 5 * 60_000;

/** A role that cannot be assumed is asked for again after so many milliseconds. */
const ASK_AGAIN = 60_000;

/** Assuming the role and reading the account take no more than reading alone. */
const WITHIN_EXPLANATION: Bounds = { ...BOUNDS, budgetSeconds: BOUNDS.budgetSeconds - TIME_LIMITS.assumingRole };

/** What an account is read with, or why it is not, and for how long that holds. */
interface Reader {
  readonly send: Send | Gap;
  readonly until: number;
}

/** What the file of the clients exports. */
interface Clients {
  readonly assumeRole: typeof assume;
  readonly sendWithSdk: typeof sending;
}

const readers = new Map<string, Promise<Reader>>();

/** Reads the member accounts of an analyzer, each by the reader role there and within one budget. */
export function memberAccounts({ memberAccounts: members = [], queueArn, evidence }: AnalyzerSettings): AccountAt {
  const [, partition] = queueArn.split(':');
  const isAsked = ({ account }: Place): boolean => account !== undefined && evidence.length > 0 && members.includes(account);
  return async place => {
    if (!isAsked(place)) return undefined;
    const { send } = await readerOf(place, partition);
    return typeof send === 'function' ? boundedAccount(send, WITHIN_EXPLANATION) : send;
  };
}

async function readerOf({ account = '', region }: Place, partition: string): Promise<Reader> {
  const key = JSON.stringify([account, region]);
  const known = await readers.get(key);
  if (known !== undefined && Date.now() < known.until) return known;
  const reader = begin(account, region, partition);
  readers.set(key, reader);
  return reader;
}

async function begin(account: string, region: string | undefined, partition: string): Promise<Reader> {
  const { assumeRole, sendWithSdk } = besideThis<Clients>('account.js');
  const seconds = TIME_LIMITS.assumingRole;
  try {
    const session = assumeRole(readerRoleArn(account, partition), AbortSignal.timeout(seconds * 1_000));
    const { credentials, until } = await within(seconds, 'assuming the role', session);
    return { send: sendWithSdk({ credentials, region }), until: until - LAST_MINUTES };
  } catch (error) {
    return { send: notAssumed(account, messageOf(error)), until: Date.now() + ASK_AGAIN };
  }
}

const notAssumed = (account: string, because: string): Gap => ({
  source: 'sts:AssumeRole',
  because: `the analyzer could not assume the role ${READER_ROLE} of account ${account}: ${because}; `
    + 'deploy a StopReaderRole in that account that trusts the role of the analyzer',
});
