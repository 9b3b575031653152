import type { Evidence } from '../../../evidence/model/evidence';
import { isGuardDuty } from '../../../evidence/model/guardduty';
import { listEndpoints } from '../../advice/network-commands';
import { showRolePolicies } from '../../advice/resource-commands';
import { inStopReason, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** GuardDuty's agent is missing, and the task goes on. */
export const sidecarGuardduty: Signature = {
  cause: 'sidecar/guardduty',
  atBest: 'certain',
  retriable: null,
  says: 'The GuardDuty agent that AWS adds to the task could not start. The task runs without runtime monitoring. '
    + 'Allow the execution role to pull from ECR, and give the task a network path to ECR and S3.',
  toConfirm: 'Read the runtime coverage of the cluster in GuardDuty. '
    + 'The status Unhealthy, with an issue such as "Agent exited", confirms it.',
  reads: ['stop'],
  seenIn: [{ stoppedReason: 'Agent exited: Reason: CannotPullContainerError: pull image manifest has been retried 5 time(s)' }],
  clues: together(
    agentFailed,
    inStopReason(
      { sure: 'certain', says: 'GuardDuty reports its agent', words: ['Agent exited: Reason:'] },
      {
        sure: 'likely',
        says: 'the message names the GuardDuty agent',
        words: [
          'aws-guardduty-agent',
          '/aws-guardd',
        ],
      },
    ),
  ),
  actions: evidence => [
    {
      title: 'Check the permissions of the execution role, and the VPC endpoints.',
      commands: [...showRolePolicies(evidence, 'execution-role-name'), listEndpoints(evidence)],
      prop: 'vpcEndpoints',
    },
  ],
};

/** It is the cause only while nothing else has ended: the task never dies of its agent. */
function agentFailed({ task }: Evidence): readonly Clue[] {
  const agent = task.containers.find(container => isGuardDuty(container) && container.reason);
  if (!agent?.reason) return [];
  const others = task.containers.filter(container => container !== agent);
  const alone = !task.stoppedReason && others.every(({ reason, exitCode }) => !reason && exitCode === undefined);
  const besideSuccess = !task.stoppedReason && others.every(({ reason, exitCode = 0 }) => !reason && exitCode === 0);
  return [
    {
      confidence: alone ? 'certain' : besideSuccess ? 'likely' : 'possible',
      source: `container ${agent.name}`,
      quote: agent.reason.slice(0, 240),
      says: 'the GuardDuty agent did not start',
    },
  ];
}
