import { isOneRole } from './one-role';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { RoleFacts } from '../../facts/model/role';
import type { TaskFacts } from '../../facts/model/task';
import type { Verdict } from '../model/rule';

/** Something that a role has to be able to do. */
export interface Need {
  /** Continues "has no permission to": `pull the image of 'app'`. */
  readonly to: string;
  readonly actions: readonly string[];
  readonly may: (role: RoleFacts, action: string) => Known<boolean>;
}

/** The two roles of a task, of which one has to be able to do something. */
export type Roles = Pick<TaskFacts, 'executionRole' | 'taskRole'>;

const NAMES: Readonly<Record<keyof Roles, string>> = { executionRole: 'execution role', taskRole: 'task role' };

/**
 * Judges whether one of two roles can do all that it has to; what it certainly cannot is one fault, however many actions are
 * missing. A permission that the other role has is often one that was given to the wrong role.
 */
export function hasAll(needs: readonly Need[], roles: Roles, which: keyof Roles): Verdict {
  if (needs.length === 0) return true;
  const role = roles[which];
  if (role === undefined) return { seen: `the task definition has no ${NAMES[which]} to ${needs.map(({ to }) => to).join(', ')}` };
  if (!isKnown(role)) return UNKNOWN;
  const answers = needs.map(({ to, actions, may }): Answer => ({
    to,
    actions: actions.map(action => ({ action, may: may(role, action) })),
  }));
  const refused = answers.flatMap(refusal);
  if (refused.length === 0) return answers.every(({ actions }) => actions.every(({ may }) => may === true)) || UNKNOWN;
  const missing = needs.flatMap((need, index) => missingOf(answers[index]).map(action => [need, action] as const));
  const wrong = wrongRole(roles, which, other => missing.every(([{ may }, action]) => may(other, action) === true));
  return { seen: `the ${NAMES[which]} '${role.id}' has no permission to ${refused.join(', ')}${wrong}` };
}

/** Says that the other role has a permission, where it certainly does and is another one. */
export function wrongRole(roles: Roles, which: keyof Roles, may: (other: RoleFacts) => boolean): string {
  const otherName = which === 'executionRole' ? 'taskRole' : 'executionRole';
  const other = roles[otherName];
  if (other === undefined || !isKnown(other) || isOneRole(roles.executionRole, roles.taskRole) || !may(other)) return '';
  return `; the ${NAMES[otherName]} '${other.id}' has this permission`;
}

interface Answer {
  readonly to: string;
  readonly actions: readonly { readonly action: string; readonly may: Known<boolean> }[];
}

function refusal({ to, actions }: Answer): readonly string[] {
  const missing = missingOf({ to, actions });
  return missing.length > 0 ? [`${to} (${missing.join(', ')})`] : [];
}

const missingOf = ({ actions }: Answer): readonly string[] => actions.filter(({ may }) => may === false).map(({ action }) => action);
