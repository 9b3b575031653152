import { type AccountAnswers, anAccount } from './an-account';
import type { Ask } from '../../../src/evidence/collectors/collector';
import type { JsonObject } from '../../../src/evidence/model/json-fields';

/** Asks an account that gives these answers, for one collector alone; and what could not be had. */
export function anAsk(answers: AccountAnswers): Ask & { readonly inputs: ReadonlyMap<string, JsonObject>; readonly gaps: readonly string[] } {
  const account = anAccount(answers);
  const gaps: string[] = [];
  return {
    inputs: account.inputs,
    gaps,
    outcome: account.read,
    answer: async (action, input) => {
      const outcome = await account.read(action, input);
      return outcome.kind === 'answer' ? outcome.answer : undefined;
    },
    gap: (source, because) => void gaps.push(`${source}: ${because}`),
  };
}
