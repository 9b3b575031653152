import { locate } from './locate';
import { madeFrom } from './made-from';
import { looksLikeBundle, readBundle } from './read-bundle';
import { isOfDeployment } from './read-deployment';
import { join, looksLikeEvent, readEvent } from './read-event';
import { looksLikeTask, readTask, stillRuns } from './read-task';
import { readTaskDefinitions } from './read-task-definitions';
import { ACCEPTED, UnreadableEvidence } from './unreadable-evidence';
import { redactEvidence, type RedactionOptions } from '../clean/redact-evidence';
import type { Evidence } from '../model/evidence';
import { isObject, type JsonObject, objects, present, text } from '../model/json-fields';
import { type Findings, NO_TASK } from '../model/partial-evidence';

/**
 * Reads one JSON value: an event, a task, a describe-tasks answer, an evidence bundle, or a list of these; redacted, in input order.
 *
 * Unknown fields and unexpected types are passed over; it throws `UnreadableEvidence` only where nothing could be diagnosed.
 */
export function readEvidence(input: unknown, options: RedactionOptions = {}): Evidence[] {
  return readAll(input).map(evidence => redactEvidence(evidence, options));
}

function readAll(input: unknown): readonly Evidence[] {
  const findings = Array.isArray(input)
    ? input.flatMap((item: unknown, index) => readOne(item, `[${index}]`))
    : readOne(input, '');
  return findings.map(complete);
}

function readOne(input: unknown, place: string): readonly Findings[] {
  if (!isObject(input)) throw new UnreadableEvidence(place, `${ACCEPTED}, but found ${described(input)}`);
  if (looksLikeEvent(input)) return [readEvent(input, place)];
  if (isOfDeployment(input)) return [readDeploymentBundle(input, place)];
  if (Array.isArray(input.tasks) || Array.isArray(input.failures)) return readAnswer(input, place);
  if (looksLikeBundle(input)) return [readBundle(input, place)];
  if (looksLikeTask(input)) return [{ task: readTask(input, place) }];
  throw new UnreadableEvidence(place, `${ACCEPTED}, but found an object with nothing of a task in it (${fieldsOf(input)})`);
}

/** A deployment with its tasks, each a task, an event or a bundle of its own; those that still run are none of its failures. */
function readDeploymentBundle(bundle: JsonObject, place: string): Findings {
  const field = Array.isArray(bundle.failedTasks) ? 'failedTasks' : 'tasks';
  const definitions = readTaskDefinitions(bundle.taskDefinitions, join(place, 'taskDefinitions'));
  const tasks = objects(bundle[field])
    .flatMap((item, index) => stillRuns(item) ? [] : readOne(item, join(place, `${field}[${index}]`)))
    .map(findings => complete({ ...findings, ...madeFrom(findings.task, definitions) }));
  return { ...whereabouts(tasks), ...readBundle(bundle, place), failedTasks: tasks };
}

/** Where the tasks of a deployment are, there it is itself. */
function whereabouts(tasks: readonly Evidence[]): Partial<Evidence> {
  const { region, account, cluster, service } = tasks.find(task => task.cluster !== undefined) ?? {};
  return present({ region, account, cluster, service });
}

/** A `describe-tasks` or `run-task` answer; a failure of the latter is evidence, because no task and no event follows it. */
function readAnswer({ tasks, failures }: JsonObject, place: string): readonly Findings[] {
  const stopped = objects(tasks).map((task, index) => ({ task: readTask(task, join(place, `tasks[${index}]`)) }));
  const refused = objects(failures).filter(({ reason }) => text(reason) && reason !== 'MISSING').map(refusal);
  if (stopped.length + refused.length > 0) return [...stopped, ...refused];
  if (objects(failures).length === 0) {
    throw new UnreadableEvidence(
      join(place, 'tasks'),
      'the answer names no task; check the cluster and the task id, and describe the task again',
    );
  }
  throw new UnreadableEvidence(
    join(place, 'failures[0]'),
    'the task is MISSING: ECS forgets a stopped task after about an hour, or it is in another cluster; pass the stop event instead, or '
      + 'the service events or the log tail in a bundle such as { "serviceEvents": [ … ], "logTail": [ … ] }',
  );
}

const refusal = ({ reason, detail, arn }: JsonObject): Findings => ({
  task: { ...NO_TASK, ...text(arn)?.includes(':task/') ? { taskArn: text(arn) } : {} },
  change: { kind: 'action', eventType: 'ERROR', reason: [text(reason), text(detail)].filter(Boolean).join(': ') },
});

const complete = (findings: Findings): Evidence => ({
  serviceEvents: [],
  logTail: [],
  acknowledged: {},
  gaps: [],
  ...findings,
  ...locate(findings),
});

const described = (value: unknown): string =>
  value === null || value === undefined ? 'nothing' : `the ${typeof value} ${JSON.stringify(value)?.slice(0, 60)}`;

const fieldsOf = (value: JsonObject): string => {
  const names = Object.keys(value).slice(0, 8).map(name => `'${name.slice(0, 40)}'`);
  return names.length === 0 ? 'it is empty' : `its fields are ${names.join(', ')}`;
};
