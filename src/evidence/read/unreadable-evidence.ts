/**
 * Input that no diagnosis can be made from; the message begins with the place and says what was found, what is accepted
 * and the way out.
 */
export class UnreadableEvidence extends Error {
  constructor(
    /** Where in the input, such as `[2].detail.lastStatus`; empty for the input as a whole. */
    public readonly place: string,
    problem: string,
  ) {
    super(place ? `${place}: ${problem}` : problem);
    this.name = 'UnreadableEvidence';
  }
}

/** What `readEvidence` takes, in the words of its messages. */
export const ACCEPTED =
  'expected an EventBridge event of ECS, a task, the output of describe-tasks, an evidence bundle such as { "task": '
    + '…, "logTail": [ … ] }, or a list of these';
