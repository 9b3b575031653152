import { actionAmong, covers, EVERYTHING } from './coverage';
import { managedStatements } from '../../aws/managed-policies';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { every, not, some } from '../../facts/model/known';
import type { GrantFacts, RoleFacts, StatementFacts, PolicyHolderFacts } from '../../facts/model/role';

/**
 * Whether a role may do something with a thing, as IAM decides it: a denial wins, and without permission nothing is allowed.
 *
 * A thing may go by more than one ARN, as a secret does whose last six characters nobody knows yet; and in its own
 * account its own policy may allow what the role's policies do not. Service control policies are in no template.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function mayDo(role: RoleFacts, action: string, arns: readonly string[], grants: Known<readonly GrantFacts[]> = []): Known<boolean> {
  const deed = { action, arns };
  return every([some([isAllowedByRole(role, deed), isGranted(grants, role, deed)]), not(isDenied(role, grants, deed))]);
}

/** Whether a role may do something with a thing, which may have a policy of its own. */
export const mayDoTo = (role: RoleFacts, action: string, thing: Known<PolicyHolderFacts>): Known<boolean> =>
  isKnown(thing) && isKnown(thing.arn) ? mayDo(role, action, [thing.arn], thing.grants) : UNKNOWN;

/** Whether the policy of a thing lets somebody do something without a name. */
export function mayAnyone(action: string, { arn, grants }: PolicyHolderFacts): Known<boolean> {
  const deed = { action, arns: isKnown(arn) ? [arn] : [] };
  const isEverybody = ({ principals }: GrantFacts): Known<boolean> => isKnown(principals) ? principals.includes(EVERYTHING) : UNKNOWN;
  return every([about(grants, 'Allow', deed, isEverybody), not(about(grants, 'Deny', deed, isEverybody))]);
}

/**
 * Whether a role may use a customer managed key: its key policy decides, and hands the decision to IAM only where it says so.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function mayUse(role: RoleFacts, action: string, key: Known<PolicyHolderFacts>): Known<boolean> {
  if (!isKnown(key)) return UNKNOWN;
  const { arn, grants } = key;
  const deed = { action, arns: isKnown(arn) ? [arn] : [] };
  const byRole = every([isAllowedByRole(role, deed), isLeftToIam(grants, deed)]);
  return every([some([byRole, isGranted(grants, role, deed)]), not(isDenied(role, grants, deed))]);
}

/** What is to be done, and by which ARNs its object may go. */
interface Deed {
  readonly action: string;
  readonly arns: readonly string[];
}

type Effect = StatementFacts['effect'];

function isAllowedByRole(role: RoleFacts, deed: Deed): Known<boolean> {
  const limit = role.boundary === undefined ? true : speaksOf(role.boundary, 'Allow', deed);
  return every([speaksOf(statementsOf(role), 'Allow', deed), limit]);
}

const isDenied = (role: RoleFacts, grants: Known<readonly GrantFacts[]>, deed: Deed): Known<boolean> =>
  some([
    speaksOf(statementsOf(role), 'Deny', deed),
    speaksOf(role.boundary ?? [], 'Deny', deed),
    about(grants, 'Deny', deed, grant => addresses(grant, role)),
  ]);

const isGranted = (grants: Known<readonly GrantFacts[]>, role: RoleFacts, deed: Deed): Known<boolean> =>
  about(grants, 'Allow', deed, grant => addresses(grant, role));

/** Naming the account means to trust what its IAM policies say. */
const isLeftToIam = (grants: Known<readonly GrantFacts[]>, deed: Deed): Known<boolean> =>
  about(grants, 'Allow', deed, ({ principals }) => isKnown(principals) ? some(principals.map(isAccount)) : UNKNOWN);

function statementsOf({ statements, managedPolicies }: RoleFacts): readonly Known<StatementFacts>[] {
  if (!isKnown(statements) || !isKnown(managedPolicies)) return [UNKNOWN];
  return [...statements, ...managedPolicies.flatMap((arn): readonly Known<StatementFacts>[] => managedStatements(arn) ?? [UNKNOWN])];
}

function about(
  grants: Known<readonly GrantFacts[]>,
  effect: Effect,
  deed: Deed,
  isMeant: (grant: GrantFacts) => Known<boolean>,
): Known<boolean> {
  return isKnown(grants) ? some(grants.map(grant => every([speaksOf([grant], effect, deed), isMeant(grant)]))) : UNKNOWN;
}

/** Whether one of the statements allows, or denies, a deed; a statement that nobody knows may. */
function speaksOf(statements: Known<readonly Known<StatementFacts>[]>, effect: Effect, deed: Deed): Known<boolean> {
  if (!isKnown(statements)) return UNKNOWN;
  return some(statements.map(statement => isKnown(statement) ? statement.effect === effect && applies(statement, deed) : UNKNOWN));
}

function applies(
  { actions, exceptActions, resources, exceptResources, conditional }: StatementFacts,
  { action, arns }: Deed,
): Known<boolean> {
  const named = every([actionAmong(actions, action), not(actionAmong(exceptActions ?? [], action))]);
  if (named === false) return false;
  return every([named, covers(resources, arns), not(covers(exceptResources ?? [], arns)), conditional === false || UNKNOWN]);
}

function addresses({ principals }: GrantFacts, { id }: RoleFacts): Known<boolean> {
  return isKnown(principals) ? some(principals.map(principal => isRole(principal, id))) : UNKNOWN;
}

/** A role of the app goes by its id; a name from elsewhere may be the name that it will be given. */
function isRole(principal: string, id: string): Known<boolean> {
  if (principal === EVERYTHING || principal === id) return true;
  if (isAccount(principal) || principal.includes(':user/')) return false;
  return isOfTheApp(principal) && isOfTheApp(id) ? false : UNKNOWN;
}

/** Tells the account as a whole: by its number, or by its root. */
export const isAccount = (principal: string): boolean => /:root$|^(\d{12}|\$\{AWS::AccountId\})$/.test(principal);

const isOfTheApp = (id: string): boolean => id.includes('/') && !/[:$]/.test(id);
