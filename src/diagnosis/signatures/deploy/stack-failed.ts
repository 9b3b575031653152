import type { Evidence } from '../../../evidence/model/evidence';
import { listServiceEvents } from '../../advice/commands';
import { findFailedTasks } from '../../advice/stack-commands';
import { inStopReason } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

const REPORTS: Readonly<Record<string, Pick<Clue, 'confidence' | 'says'> | undefined>> = {
  STACK_RESOURCE_FAILED: { confidence: 'likely', says: 'this resource failed' },
  STACK_WAITS_FOR_SERVICE: { confidence: 'likely', says: 'CloudFormation waits until the service is stable' },
};

const inWords = inStopReason({
  sure: 'likely',
  says: 'the deployment waited for a service that did not become stable',
  words: ['did not stabilize', 'Exceeded attempts to wait', 'Resource is not in the state servicesStable', 'Waiter ServicesStable failed'],
});

/** CloudFormation, or a tool that deploys, tells of a failure, and not of its reason. */
export const deployStackFailed: Signature = {
  cause: 'deploy/stack-failed',
  atBest: 'likely',
  saysLeast: true,
  retriable: false,
  says: 'CloudFormation, or the deployment tool, reports that a resource failed or is not stable. If the resource is an '
    + 'ECS service, diagnose its newest stopped task to find the cause.',
  toConfirm: 'Read the first failed event of the stack. '
    + 'The resource that it names is the cause, and later failures follow from it.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'deployment',
  consolePages: ['service'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'essential'],
  seenIn: [{ stoppedReason: 'Resource is not in the state servicesStable' }],
  clues: evidence => [...reported(evidence), ...inWords(evidence)],
  actions: evidence => [
    {
      title: 'Find the stopped tasks and the service events.',
      commands: [findFailedTasks(evidence), listServiceEvents(evidence)],
      prop: null,
    },
  ],
};

/** A waiter of Terraform that ran out of time. */
const NAMES_NO_REASON = /last state: 'tf[A-Z]/;

function reported({ change: { eventName = '', reason = '' } = { kind: 'deployment' } }: Evidence): readonly Clue[] {
  const report = REPORTS[eventName];
  return report === undefined || NAMES_NO_REASON.test(reason) ? [] : [{ ...report, source: 'deployment event', quote: reason }];
}
