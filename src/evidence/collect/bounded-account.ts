import type { Account, Outcome, Send } from './account';
import { isReadAction, type ReadAction } from './account-reads';
import { failureOf, gapOf } from './read-failure';
import type { JsonObject } from '../model/json-fields';

/** What reading may take. */
export interface Bounds {
  /** What one call may take, with its repetitions. */
  readonly callSeconds: number;
  /** What all calls together may take, from the first on. */
  readonly budgetSeconds: number;
  /** How many calls are under way at once. */
  readonly atOnce: number;
}

/** What a diagnosis may wait for. */
export const BOUNDS: Bounds = { callSeconds: 3, budgetSeconds: 10, atOnce: 8 };

/**
 * An account that is read within bounds: what fails or takes too long is a gap, the same call is made once, and nothing
 * but the declared reads is called.
 */
export function boundedAccount(send: Send, bounds: Bounds = BOUNDS): Account {
  const outcomes = new Map<string, Promise<Outcome>>();
  const queue = queueOf(bounds.atOnce);
  let end: number | undefined;

  const call = async (action: ReadAction, input: JsonObject, region?: string): Promise<Outcome> => {
    const left = (end ?? 0) - Date.now();
    if (left <= 0) return gapOf(action, `the time limit of ${bounds.budgetSeconds} s was reached before the call`);
    return answerWithin(Math.min(left, bounds.callSeconds * 1000), action, signal => send(action, input, signal, region));
  };

  return {
    read: (action, input, { anew, region } = {}) => {
      if (!isReadAction(action)) throw new Error(`'${String(action)}' is no declared read of the account: ACCOUNT_READS lists them`);
      end ??= Date.now() + bounds.budgetSeconds * 1000;
      const key = JSON.stringify([action, input, region]);
      const known = anew ? undefined : outcomes.get(key);
      const outcome = known ?? queue(() => call(action, input, region));
      outcomes.set(key, outcome);
      return outcome;
    },
  };
}

/** The outcome of a call, or a gap once the time is over: the pause before a repetition heeds no signal. */
async function answerWithin(
  milliseconds: number, action: ReadAction, attempt: (signal: AbortSignal) => Promise<JsonObject>,
): Promise<Outcome> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<Outcome>(resolve => {
    timer = setTimeout(() => {
      abort.abort();
      resolve(gapOf(action, `the call got no response within ${Math.ceil(milliseconds / 1000)} s`));
    }, milliseconds);
  });
  const answered = attempt(abort.signal)
    .then(answer => outcomeOf(action, answer), (error: unknown) => failureOf(action, error));
  try {
    return await Promise.race([answered, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}

/** Where there is nothing to list, AWS answers with an empty list; only DynamoDB leaves out an item that is not there. */
const outcomeOf = (action: ReadAction, answer: JsonObject): Outcome => Object.keys(answer).length > 0 || action === 'dynamodb:GetItem'
  ? { kind: 'answer', answer }
  : gapOf(action, 'the response of the call is empty');

/** Runs jobs in their order, so many at once. */
function queueOf(atOnce: number): <T>(job: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  const release = (): void => {
    running--;
    waiting.shift()?.();
  };
  return async job => {
    if (running >= atOnce) await new Promise<void>(resolve => waiting.push(resolve));
    running++;
    try {
      return await job();
    } finally {
      release();
    }
  };
}
