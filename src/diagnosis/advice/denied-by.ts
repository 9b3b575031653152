import { aws, argument } from './commands';
import { fields } from './query';
import { type Denial, isPartialSecretArn, type PolicyKind } from '../../aws/denial';
import type { CauseId } from '../../causes/catalogue';
import type { Evidence } from '../../evidence/model/evidence';
import { denialOf } from '../clues/denial';
import type { Action } from '../model/diagnosis';

/** The causes that are a denial of IAM. */
const DENIALS: readonly CauseId[] = [
  'pull/ecr-permission', 'pull/ecr-cross-account', 'init/secret-permission', 'init/secret-kms', 'init/log-permission',
  'init/efs-permission', 'init/role-assume', 'app/aws-permission',
];

/** How a policy of each kind is found and changed; a grant to the role does not lift what it denies. */
const STEPS: Readonly<Record<Exclude<PolicyKind, 'identity-based policy'>, (evidence: Evidence, denial: Denial) => Action>> = {
  'resource-based policy': (_evidence, { resource }) => step(
    `Change the resource-based policy of ${resource ?? 'the resource'}, in the account that owns it.`, []),
  'permissions boundary': (_evidence, { principal }) => step(
    'Allow the action in the permissions boundary of the role; a policy on the role cannot exceed it.',
    [`aws iam get-role --role-name ${argument(roleName(principal), 'role-name')} --query 'Role.PermissionsBoundary'`]),
  'session policy': () => step(
    'Allow the action in the session policy that is passed to AssumeRole; a policy on the role cannot exceed it.', []),
  'service control policy': () => step(
    'Ask the administrators of the organization to change the service control policy; no policy in this account can.',
    ['aws organizations list-policies --filter SERVICE_CONTROL_POLICY']),
  'resource control policy': () => step(
    'Ask the administrators of the organization to change the resource control policy; no policy in this account can.',
    ['aws organizations list-policies --filter RESOURCE_CONTROL_POLICY']),
  'VPC endpoint policy': (evidence, { action }) => step(
    'Allow the principal and the action in the policy of the VPC endpoint; a policy on the role does not change it.',
    [aws(evidence, 'ec2 describe-vpc-endpoints',
      `--query 'VpcEndpoints[?contains(ServiceName,\`${action.split(':')[0]}\`)]`
      + `.${fields('VpcEndpointId', 'ServiceName', 'PolicyDocument')}'`)]),
};

const step = (title: string, commands: readonly string[]): Action => ({ title, commands, prop: null });

/** What to do about the policy that the denial names, in place of a grant to the role; undefined where the role lacks a grant. */
export function deniedBy(cause: CauseId, evidence: Evidence): readonly Action[] | undefined {
  const denial = DENIALS.includes(cause) ? denialOf(evidence) : undefined;
  if (denial === undefined) return undefined;
  const { policy, principal, action, isExplicit } = denial;
  if (policy !== undefined && policy !== 'identity-based policy') return [STEPS[policy](evidence, denial)];
  if (!isExplicit) return undefined;
  return [step(`Remove the explicit deny of ${action} from the policies of the role; no other policy can lift a deny.`, [
    `aws iam list-role-policies --role-name ${argument(roleName(principal), 'role-name')}`,
    `aws iam list-attached-role-policies --role-name ${argument(roleName(principal), 'role-name')}`,
  ])];
}

/** Said before everything else of a secret whose ARN is not whole. */
export const completeTheArn = (cause: CauseId, evidence: Evidence): readonly Action[] => {
  const resource = cause === 'init/secret-permission' ? denialOf(evidence)?.resource : undefined;
  return resource === undefined || !isPartialSecretArn(resource) ? [] : [step(
    'The ARN lacks the six characters that Secrets Manager adds: use the whole ARN in valueFrom, '
      + 'or end the ARN in the policy in -??????.',
    [aws(evidence, 'secretsmanager describe-secret', '--secret-id', argument(resource, 'secret-arn'), '--query ARN --output text')],
  )];
};

/** The end of a title: who was denied what, and by which kind of policy. */
export function deniedInShort(cause: CauseId, evidence: Evidence): string {
  const denial = DENIALS.includes(cause) ? denialOf(evidence) : undefined;
  if (denial === undefined) return '';
  const { principal, action, resource, policy, isExplicit } = denial;
  const by = isExplicit ? ` (explicit deny in a ${policy ?? 'policy'})` : policy ? ` (no ${policy} allows it)` : '';
  return `; ${roleName(principal) ?? 'the role'} was denied ${action}${resource ? ` on ${resourceInShort(resource)}` : ''}${by}`;
}

/** A long ARN without its beginning, which would push the end out of a title. */
const resourceInShort = (resource: string): string =>
  resource.length > 72 && resource.startsWith('arn:') ? resource.split(':').slice(5).join(':') : resource;

const roleName = (principal: string | undefined): string | undefined =>
  /:(?:assumed-role|role)\/(?:[\w+=,.@-]+\/)*?([\w+=,.@-]+)(?:\/|$)/.exec(principal ?? '')?.[1];
