import type { Reading } from './reading';
import { shortName } from '../aws/arn';
import { awsManagedName } from '../aws/managed-policies';
import type { ManagedPolicyAnswer, RoleAnswer, RoleAnswers, RolePolicyAnswer } from '../facts/account/resources/role';
import { type Fact, isKnown, type Known, UNKNOWN } from '../facts/model/fact';

/** Roles by their ARNs, with everything that says what they may do; those that could not be read are left out. */
export async function readRoles(reading: Reading, arns: readonly string[]): Promise<readonly RoleAnswers[]> {
  const roles = await Promise.all([...new Set(arns)].map(async arn => readRole(reading, shortName(arn))));
  return roles.flatMap(role => role ?? []);
}

async function readRole(reading: Reading, RoleName: string): Promise<RoleAnswers | undefined> {
  const role: Fact<RoleAnswer> = await reading.part('iam:GetRole', { RoleName }, 'Role');
  if (!isKnown(role) || role === undefined) return undefined;
  const [inline, attached] = await Promise.all([readInline(reading, RoleName), readAttached(reading, RoleName)]);
  const policies = [...isKnown(attached) ? attached : [], ...[role.PermissionsBoundary?.PermissionsBoundaryArn ?? []].flat()];
  const own = policies.filter(arn => awsManagedName(arn) === undefined);
  return { role, inline, attached, documents: await Promise.all([...new Set(own)].map(arn => readPolicy(reading, arn))) };
}

async function readInline(reading: Reading, RoleName: string): Promise<Known<readonly Known<RolePolicyAnswer>[]>> {
  const names = await reading.all<string>('iam:ListRolePolicies', { RoleName }, 'PolicyNames');
  return isKnown(names) ? Promise.all(names.map(async (PolicyName): Promise<Known<RolePolicyAnswer>> =>
    await reading.one('iam:GetRolePolicy', { RoleName, PolicyName }) ?? UNKNOWN)) : UNKNOWN;
}

async function readAttached(reading: Reading, RoleName: string): Promise<Known<readonly string[]>> {
  const policies = await reading.all<{ readonly PolicyArn?: string }>('iam:ListAttachedRolePolicies', { RoleName }, 'AttachedPolicies');
  return isKnown(policies) ? policies.flatMap(({ PolicyArn }) => PolicyArn ?? []) : UNKNOWN;
}

/** The version of a managed policy that counts. */
async function readPolicy(reading: Reading, arn: string): Promise<ManagedPolicyAnswer> {
  const policy = await reading.part<{ readonly DefaultVersionId?: string }>('iam:GetPolicy', { PolicyArn: arn }, 'Policy');
  if (!isKnown(policy) || policy?.DefaultVersionId === undefined) return { arn, document: UNKNOWN };
  const version = await reading.part<{ readonly Document?: string }>(
    'iam:GetPolicyVersion', { PolicyArn: arn, VersionId: policy.DefaultVersionId }, 'PolicyVersion',
  );
  return { arn, document: isKnown(version) ? version?.Document ?? UNKNOWN : UNKNOWN };
}
