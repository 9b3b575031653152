import type { Evidence } from '../../../evidence/model/evidence';
import { aws, describeService } from '../../advice/commands';
import { deploymentArnOf, listServiceDeployments } from '../../advice/deployment-commands';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'certain',
  says: 'a lifecycle hook failed the deployment',
  words: ['HOOK_FAILED', 'HOOK_TIMED_OUT', 'lifecycle hook … (failed|timed out|timeout)', '(failed|timed out) … lifecycle hook'],
};

/** A hook of the deployment said no, or said nothing in time. */
export const deployLifecycleHook: Signature = {
  cause: 'deploy/lifecycle-hook',
  atBest: 'certain',
  retriable: false,
  says: 'A lifecycle hook of the deployment failed or did not answer in time, and ECS rolls the deployment back. '
    + 'Read the log of the hook function, or ask who chose ROLLBACK at the pause hook.',
  toConfirm: 'Describe the service deployment. '
    + 'A hook in lifecycleHookDetails with the status FAILED, or TIMED_OUT without the timeoutAction CONTINUE, confirms it.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'deployment',
  consolePages: ['service'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'ports'],
  seenIn: [{ serviceEvent: 'HOOK_FAILED' }, { serviceEvent: 'HOOK_TIMED_OUT' }],
  clues: together(inStopReason(WORDING), inServiceEvents({ ...WORDING, sure: 'likely' })),
  actions: evidence => [
    {
      title: 'Find the hook and its status.',
      commands: [
        listServiceDeployments(evidence),
        aws(evidence, 'ecs describe-service-deployments --service-deployment-arns', deploymentArnOf(evidence)),
      ],
      prop: null,
    },
    {
      title: 'Find the function of the hook, and read its log.',
      commands: [logOfHook(evidence) ?? `${describeService(evidence)} --query 'services[].deploymentConfiguration.lifecycleHooks'`],
      prop: null,
    },
  ],
};

/** The function whose answer ECS did not take, as the message names it. */
function logOfHook(evidence: Evidence): string | undefined {
  const said = [evidence.change?.reason ?? '', ...evidence.serviceEvents].join('\n');
  const name = /:function:([\w-]{1,64})(?![\w-])/.exec(said)?.[1];
  return name === undefined ? undefined : aws(evidence, 'logs tail', `/aws/lambda/${name}`, '--since 3h');
}
