import type { Account, Outcome } from '../../../src/evidence/collect/account';
import type { JsonObject } from '../../../src/evidence/model/json-fields';

/** What an account answers, by action: always the same, what a function makes of the input, or that there is no such thing. */
export type AccountAnswers = Readonly<Record<string, JsonObject | Error | ((input: JsonObject) => JsonObject | undefined)>>;

interface WatchedAccount extends Account {
  /** The actions, in the order in which they were asked for. */
  readonly asked: readonly string[];
  /** The last input of each. */
  readonly inputs: ReadonlyMap<string, JsonObject>;
}

/** An account that gives these answers and denies everything else. */
export function anAccount(answers: AccountAnswers): WatchedAccount {
  const asked: string[] = [];
  const inputs = new Map<string, JsonObject>();
  return {
    asked,
    inputs,
    read: (action, input) => {
      asked.push(action);
      inputs.set(action, input);
      const given = answers[action];
      if (given instanceof Error) return Promise.resolve({ kind: 'missing', because: given.message });
      const answer = typeof given === 'function' ? given(input) : given;
      const outcome: Outcome = answer === undefined
        ? { kind: 'gap', gap: { source: action, because: `the call is denied; allow ${action}` } }
        : { kind: 'answer', answer };
      return Promise.resolve(outcome);
    },
  };
}
