import { mayCover, surelyCovers } from './arn-pattern';
import { isKnown, type Known, UNKNOWN } from '../facts/model/fact';
import type { RoleFacts, StatementFacts } from '../facts/model/role';

/** Policies of AWS that allow nothing about secrets, parameters and keys, so that a role with them is still fully known. */
const HARMLESS = /:iam::aws:policy\/(service-role\/AmazonECSTaskExecutionRolePolicy|CloudWatchAgentServerPolicy|AWSXRayDaemonWriteAccess|AmazonEC2ContainerRegistryReadOnly)$/;

/**
 * Whether a role may do something with a thing, as IAM decides it: a denial wins, and without permission nothing is allowed.
 *
 * A thing may go by more than one ARN, as a secret does whose last six characters nobody knows yet. A permission boundary can only take away,
 * so that what is refused here is refused with it, too.
 */
export function mayDo(role: RoleFacts, action: string, arns: readonly string[]): Known<boolean> {
  if (!isKnown(role.statements) || !isKnown(role.managedPolicies)) return UNKNOWN;
  const about = role.statements.filter(statement => mentions(statement, action));
  const [allows, denials] = [about.filter(({ effect }) => effect === 'Allow'), about.filter(({ effect }) => effect === 'Deny')];
  if (denials.some(statement => surely(statement, arns))) return false;
  const complete = role.managedPolicies.every(arn => HARMLESS.test(arn));
  if (!denials.some(statement => perhaps(statement, arns)) && allows.some(statement => surely(statement, arns))) return true;
  return complete && !allows.some(statement => perhaps(statement, arns)) ? false : UNKNOWN;
}

const mentions = ({ actions }: StatementFacts, action: string): boolean =>
  !isKnown(actions) || actions.some(pattern => mayCover(pattern.toLowerCase(), action.toLowerCase()));

const surely = ({ actions, resources, conditional }: StatementFacts, arns: readonly string[]): boolean =>
  !conditional && isKnown(actions) && isKnown(resources) && arns.every(arn => resources.some(pattern => surelyCovers(pattern, arn)));

const perhaps = ({ resources }: StatementFacts, arns: readonly string[]): boolean =>
  !isKnown(resources) || arns.some(arn => resources.some(pattern => mayCover(pattern, arn)));
