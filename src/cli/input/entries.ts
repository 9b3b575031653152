import { isOfDeployment } from '../../evidence/read/read-deployment';

/** One thing of a JSON value that is diagnosed on its own, so that an unreadable neighbour takes nothing with it. */
export interface Entry {
  /** Where it stands in the value, such as `[2]`; empty for the value as a whole. */
  readonly place: string;
  readonly value: unknown;
}

/** The entries of a list, or of a `describe-tasks` answer. */
export function entriesOf(value: unknown): readonly Entry[] {
  if (Array.isArray(value)) return value.map((item: unknown, index) => ({ place: `[${index}]`, value: item }));
  return isAnswer(value) && value.tasks.length > 0 ? entriesOfAnswer(value) : [{ place: '', value }];
}

interface Answer {
  readonly tasks: readonly unknown[];
  readonly failures?: unknown;
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'tasks' in value && Array.isArray(value.tasks) && !isOfDeployment({ ...value });
}

function entriesOfAnswer({ tasks, failures }: Answer): readonly Entry[] {
  const refused = Array.isArray(failures) && failures.length > 0 ? [{ place: '', value: { tasks: [], failures } }] : [];
  return [...tasks.map((task, index) => ({ place: `tasks[${index}]`, value: task })), ...refused];
}
