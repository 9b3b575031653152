import type { Evidence } from '../../../evidence/model/evidence';
import { listServiceEvents, redeploy } from '../../advice/commands';
import { findFailedTasks } from '../../advice/stack-commands';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'certain',
  says: 'the tasks of the service repeatedly fail to start',
  words: ['unable to consistently start tasks', 'SERVICE_TASK_START_IMPAIRED'],
};

/** ECS waits longer and longer between attempts to start a task. */
export const deployStartImpaired: Signature = {
  cause: 'deploy/start-impaired',
  atBest: 'certain',
  saysLeast: true,
  retriable: false,
  says: 'The tasks of the service fail repeatedly. ECS keeps trying, and waits longer between attempts, up to 27 '
    + 'minutes. Diagnose the newest stopped task, fix its cause, and update the service to reset the delay.',
  toConfirm: 'Read the events of the service. '
    + 'One that says "unable to consistently start tasks successfully" confirms it, and the newest stopped task shows why.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'deployment',
  consolePages: ['service'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'execution role'],
  seenIn: [
    { serviceEvent: '(service web) is unable to consistently start tasks successfully.' },
    { serviceEvent: 'SERVICE_TASK_START_IMPAIRED' },
  ],
  clues: together(inStopReason(WORDING), inServiceEvents({ ...WORDING, sure: 'possible' }), failedInARow),
  actions: evidence => [
    {
      title: 'Find the newest stopped task, and diagnose it.',
      commands: [findFailedTasks(evidence), listServiceEvents(evidence)],
      prop: null,
    },
    { title: 'After you fix its cause, start new tasks immediately.', commands: [redeploy(evidence)], prop: null },
  ],
};

/** A deployment that goes on counts the tasks that failed since one last ran. */
function failedInARow({ change }: Evidence): readonly Clue[] {
  const { eventName, failedTasks = 0 } = change ?? {};
  if (eventName !== 'SERVICE_DEPLOYMENT_IN_PROGRESS' || failedTasks === 0) return [];
  const source = 'deployment event';
  return [{ confidence: 'certain', source, quote: `failedTasks: ${failedTasks}`, says: 'the deployment continues, but its tasks fail' }];
}
