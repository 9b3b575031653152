import type { Evidence } from '../../../evidence/model/evidence';
import { aws } from '../../advice/commands';
import { inStopReason, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** Somebody stopped it. */
export const stopUser: Signature = {
  cause: 'stop/user',
  atBest: 'certain',
  // The task did not fail: a retry by a program would undo what a person did on purpose.
  retriable: null,
  says: 'A person or a program stopped the task with StopTask. CloudTrail shows the caller. ECS replaces a service\'s '
    + 'task automatically.',
  toConfirm: 'Look up StopTask in CloudTrail at the time of the stop. '
    + 'A call for this task confirms it, and its user identity shows the caller.',
  reads: ['stop'],
  concerns: 'task',
  seenIn: [
    { stopCode: 'UserInitiated' },
    { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' },
    { stoppedReason: 'Task stopped by user' },
  ],
  clues: together(
    stoppedByCall,
    inStopReason({
      sure: 'certain',
      says: 'StopTask was called',
      words: [
        'Task stopped by user',
        'stopped by user request',
        'deregistration forced by user',
        'UserInitiated',
      ],
    }),
  ),
  actions: evidence => [
    {
      title: 'Check who called StopTask.',
      commands: [
        aws(evidence, 'cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=StopTask --max-results 20'),
      ],
      prop: null,
    },
  ],
};

function stoppedByCall({ task: { stopCode } }: Evidence): readonly Clue[] {
  return stopCode === 'UserInitiated' ? [{ confidence: 'certain', source: 'stopCode', quote: stopCode, says: 'StopTask was called' }] : [];
}
