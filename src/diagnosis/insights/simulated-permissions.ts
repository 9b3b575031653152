import type { CauseId } from '../../causes/catalogue';
import type { SimulatedPermission } from '../../evidence/model/resource-state';
import { raiseConfidence } from '../clues/raise-confidence';
import type { Insight } from '../model/insight';
import type { Clue } from '../model/signature';

/** The actions that each cause is about; of what an application may not do, any. */
const ACTIONS: { readonly [cause in CauseId]?: RegExp } = {
  'pull/ecr-permission': /^ecr:/,
  'init/secret-permission': /^(?:secretsmanager|ssm):/,
  'init/secret-kms': /^kms:/,
  'init/log-permission': /^logs:/,
  'init/efs-permission': /^elasticfilesystem:/,
  'init/env-file': /^s3:/,
  'app/aws-permission': /./,
};

/**
 * What IAM says of the permissions of a role. It speaks of the policies and the boundary of the role: a policy of the resource can
 * allow what those do not, and a policy of the resource, an endpoint or the organization can deny what those allow.
 */
export const simulatedPermissions: Insight = {
  causes: Object.keys(ACTIONS) as CauseId[],
  reads: ['simulated'],
  deepens: true,
  proves: true,
  isGiven: ({ simulated = [] }) => simulated.length > 0,
  clues: ({ simulated = [] }, cause, said) => said.length === 0 ? [] : about(cause, simulated).flatMap(each => denial(each, said)),
  against: ({ simulated = [] }, cause) => {
    const asked = about(cause, simulated);
    return asked.every(({ decision }) => decision === 'allowed') ? asked.slice(0, 1).map(allowed) : [];
  },
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

const about = (cause: CauseId, simulated: readonly SimulatedPermission[]): readonly SimulatedPermission[] =>
  simulated.filter(({ action }) => ACTIONS[cause]?.test(action));

const quoteOf = ({ role, action, resource, decision }: SimulatedPermission): string => `${role}: ${action} on ${resource}: ${decision}`;

const SOURCE = 'IAM simulation';

function denial(permission: SimulatedPermission, said: readonly Clue[]): readonly Clue[] {
  const { decision, policies, isBeyondBoundary } = permission;
  const [surest, surer] = raiseConfidence(said);
  const clue = { source: SOURCE, quote: quoteOf(permission) };
  if (decision === 'explicitDeny') {
    return [{ ...clue, confidence: surer, says: `a policy denies it${policies.length > 0 ? `: ${policies.join(', ')}` : ''}` }];
  }
  if (decision !== 'implicitDeny') return [];
  return isBeyondBoundary
    ? [{ ...clue, confidence: surer, says: 'the permissions boundary of the role does not allow it' }]
    : [{ ...clue, confidence: surest, says: 'no policy of the role allows it; only a resource policy can' }];
}

const allowed = (permission: SimulatedPermission) => ({
  source: SOURCE,
  quote: quoteOf(permission),
  says: 'the role is allowed the action now: it was granted later, or a resource, endpoint, or organization policy denies it',
});
