import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { RoleFacts } from '../../facts/model/role';
import type { Verdict } from '../model/rule';

/** Something that a role has to be able to do. */
export interface Need {
  /** Continues "has no permission to": `pull the image of 'app'`. */
  readonly to: string;
  readonly actions: readonly string[];
  readonly may: (role: RoleFacts, action: string) => Known<boolean>;
}

/** Judges whether a role can do all that it has to; what it certainly cannot is one fault, however many actions are missing. */
export function hasAll(needs: readonly Need[], role: Fact<RoleFacts>, name: string): Verdict {
  if (needs.length === 0) return true;
  if (role === undefined) return { seen: `the task definition has no ${name} to ${needs.map(({ to }) => to).join(', ')}` };
  if (!isKnown(role)) return UNKNOWN;
  const answers = needs.map(({ to, actions, may }): Answer => ({
    to,
    actions: actions.map(action => ({ action, may: may(role, action) })),
  }));
  const refused = answers.flatMap(refusal);
  if (refused.length > 0) return { seen: `the ${name} '${role.id}' has no permission to ${refused.join(', ')}` };
  return answers.every(({ actions }) => actions.every(({ may }) => may === true)) || UNKNOWN;
}

interface Answer {
  readonly to: string;
  readonly actions: readonly { readonly action: string; readonly may: Known<boolean> }[];
}

function refusal({ to, actions }: Answer): readonly string[] {
  const missing = actions.filter(({ may }) => may === false).map(({ action }) => action);
  return missing.length > 0 ? [`${to} (${missing.join(', ')})`] : [];
}
