import type { Content, Form } from './form';
import { isRunning, runningTask } from './running-task';
import { type JsonObject, objects, text } from '../../model/json-fields';
import { type Findings, NO_TASK } from '../../model/partial-evidence';
import { looksLikeTask, readTask } from '../read-task';
import { UnreadableEvidence } from '../unreadable-evidence';

/** What describe-tasks, run-task and stop-task answer. */
export const describeTasks: Form = {
  name: 'the output of describe-tasks',
  recognizes: ({ tasks, failures }) => Array.isArray(tasks) || Array.isArray(failures),
  read: ({ tasks, failures }, place) => {
    const contents = objects(tasks).map(readOne);
    const refused = objects(failures).filter(({ reason }) => text(reason) && reason !== 'MISSING').map(refusal);
    const findings = [...contents.flatMap(content => content.findings), ...refused];
    const forgotten = objects(failures).flatMap(({ reason }, index) =>
      reason === 'MISSING' ? [missing(inside(place, `failures[${index}]`))] : []);
    const isEmpty = contents.length + refused.length + forgotten.length === 0;
    return { findings, healthy: contents.flatMap(content => content.healthy), unreadable: isEmpty ? [namesNoTask(place)] : forgotten };
  },
};

/** One task, as describe-tasks lists it. */
export const task: Form = {
  name: 'a task',
  recognizes: looksLikeTask,
  read: readOne,
};

function readOne(value: JsonObject): Pick<Content, 'findings' | 'healthy'> {
  return isRunning(value) ? runningTask(value) : { findings: [{ task: readTask(value) }], healthy: [] };
}

/** A failure of RunTask is evidence, because no task and no event follows it. */
const refusal = ({ reason, detail, arn }: JsonObject): Findings => ({
  task: { ...NO_TASK, ...text(arn)?.includes(':task/') ? { taskArn: text(arn) } : {} },
  change: { kind: 'action', eventType: 'ERROR', reason: [text(reason), text(detail)].filter(Boolean).join(': ') },
});

const inside = (place: string, field: string): string => place === '' ? field : `${place}.${field}`;

const namesNoTask = (place: string): UnreadableEvidence => new UnreadableEvidence(
  inside(place, 'tasks'),
  'the output names no task; check the cluster and the task id, and describe the task again',
);

const missing = (place: string): UnreadableEvidence => new UnreadableEvidence(
  place,
  'the task is MISSING: ECS forgets a stopped task after about an hour, or it is in another cluster. '
  + 'Pass other evidence of the stop: the output of hardened-fargate incidents, the service events of describe-services, '
  + 'the log in CloudWatch Logs, or the RunTask and StopTask calls in CloudTrail',
);
