import type { Evidence } from '../../../evidence/model/evidence';
import { argument, aws } from '../../advice/commands';
import { deploymentArnOf } from '../../advice/deployment-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** A pause hook waits for a decision. */
export const deployAwaitingAction: Signature = {
  cause: 'deploy/awaiting-action',
  atBest: 'certain',
  retriable: null,
  says: 'A pause hook holds the deployment. Continue it or roll it back. '
    + 'After the timeout of the hook, 24 hours by default, ECS rolls it back unless the hook is configured to continue.',
  toConfirm: 'Describe the service deployment. A hook with the status AWAITING_ACTION holds it.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'deployment',
  consolePages: ['service'],
  seenIn: [{ serviceEvent: 'HOOK_AWAITING_ACTION' }],
  clues: inStopReason({
    sure: 'certain',
    says: 'a pause hook waits for ContinueServiceDeployment',
    words: ['HOOK_AWAITING_ACTION', 'AWAITING_ACTION'],
  }),
  actions: evidence => [
    {
      title: 'Check which hook waits, and until when.',
      commands: [aws(evidence, 'ecs describe-service-deployments --service-deployment-arns', deploymentArnOf(evidence))],
      prop: null,
    },
    { title: 'Continue the deployment.', commands: [decide(evidence, 'CONTINUE')], prop: null },
    { title: 'Or roll it back.', commands: [decide(evidence, 'ROLLBACK')], prop: null },
  ],
};

const decide = (evidence: Evidence, action: string): string => aws(evidence, 'ecs continue-service-deployment',
  '--service-deployment-arn', deploymentArnOf(evidence), '--hook-id', argument(evidence.change?.hookId, 'hook-id'), '--action', action);
