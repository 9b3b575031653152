import type { Check, Problem } from './problem';
import { written } from './written';
import type { Reading } from '../account/reading';
import { shortName } from '../aws/arn';
import { type Fact, isKnown } from '../facts/model/fact';
import type { Place } from '../facts/model/place';
import type { RoleFacts } from '../facts/model/role';

/** Roles that the app does not create. */
export const roles: Check = async ({ tasks }, reading) => (await Promise.all(tasks.flatMap(({ at, executionRole, taskRole }) =>
  [roleAt(at, executionRole, reading), roleAt(at, taskRole, reading)]))).flat();

async function roleAt(at: Place, role: Fact<RoleFacts>, reading: Reading): Promise<readonly Problem[]> {
  const arn = roleArnOf(role);
  if (arn === undefined) return [];
  const answer = await reading.one('iam:GetRole', { RoleName: shortName(arn) });
  const fix = 'Create the role, or correct its ARN.';
  return answer === undefined ? [{ at, seen: `the role ${arn} does not exist`, fix }] : [];
}

/** The ARN of a role that was made elsewhere; a role of the app goes by its key. */
export function roleArnOf(role: Fact<RoleFacts>): string | undefined {
  const arn = isKnown(role) ? written(role?.id) : undefined;
  return arn !== undefined && /^arn:[^:]+:iam:/.test(arn) ? arn : undefined;
}
