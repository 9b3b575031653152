import type { Check, Problem, Skipped } from './problem';
import { written } from './written';
import type { Reading } from '../account/reading';
import { shortName } from '../aws/arn';
import { type Fact, isKnown } from '../facts/model/fact';
import type { Place } from '../facts/model/place';
import type { RoleFacts } from '../facts/model/role';
import type { Templates } from '../facts/template/templates';

/** Roles that the app does not create. */
export const roles: Check = async ({ tasks, templates }, reading) => (await Promise.all(tasks.flatMap(({ at, executionRole, taskRole }) => [
  roleAt({ ...at, property: `${at.property}.ExecutionRoleArn` }, executionRole, templates, reading),
  roleAt({ ...at, property: `${at.property}.TaskRoleArn` }, taskRole, templates, reading),
]))).flat();

async function roleAt(
  at: Place, role: Fact<RoleFacts>, templates: Templates, reading: Reading,
): Promise<readonly (Problem | Skipped)[]> {
  const arn = roleArnOf(role);
  if (arn === undefined) return isOfApp(role, templates) ? [] : [{ at, seen: 'the role is known only at deployment' }];
  const answer = await reading.one('iam:GetRole', { RoleName: shortName(arn) });
  const fix = 'Create the role, or correct its ARN.';
  return answer === undefined ? [{ at, seen: `the role ${arn} does not exist`, fix }] : [];
}

/** Whether there is no role to ask for. */
const isOfApp = (role: Fact<RoleFacts>, templates: Templates): boolean =>
  isKnown(role) && (role === undefined || templates.withKey(role.id) !== undefined);

/** The ARN of a role that was made elsewhere; a role of the app goes by its key. */
export function roleArnOf(role: Fact<RoleFacts>): string | undefined {
  const arn = isKnown(role) ? written(role?.id) : undefined;
  return arn !== undefined && /^arn:[^:]+:iam:/.test(arn) ? arn : undefined;
}
