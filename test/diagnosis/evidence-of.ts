import type { Evidence, StoppedTask } from '../../src/evidence/model/evidence';

type Given = Partial<Omit<Evidence, 'task'>> & { readonly task?: Partial<StoppedTask> };

/** Evidence of which a test names only what it is about. */
export const evidenceOf = ({ task, ...rest }: Given): Evidence => ({
  serviceEvents: [],
  logTail: [],
  acknowledged: {},
  gaps: [],
  ...rest,
  task: { containers: [], attachments: [], ...task },
});
