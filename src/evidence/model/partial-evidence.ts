import type { Evidence, StoppedTask } from './evidence';

/** What one piece of input says, before it is joined with the rest. */
export type Findings = Partial<Evidence> & Pick<Evidence, 'task'>;

/** The task of evidence that speaks of a service only. */
export const NO_TASK: StoppedTask = { containers: [], attachments: [] };
