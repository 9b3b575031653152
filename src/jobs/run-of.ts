/** What began when a job was started, and comes back with each question whether it is over. */
export interface Run {
  readonly TaskArn: string;
  /** When, as a text of ISO 8601. */
  readonly StartedAt: string;
}

/** ECS may not show a task at once that it has just started. */
const SHOWN_AFTER_SECONDS = 120;

const secondsSince = ({ StartedAt: startedAt }: Run, now: number): number => (now - Date.parse(startedAt)) / 1000;

/** Whether a job has had its time. */
export const isOverdue = (run: Run, timeoutSeconds: string, now: number): boolean => secondsSince(run, now) > Number(timeoutSeconds);

/** Whether a task that ECS does not show may still appear. */
export const mayAppear = (run: Run, now: number): boolean => secondsSince(run, now) < SHOWN_AFTER_SECONDS;
