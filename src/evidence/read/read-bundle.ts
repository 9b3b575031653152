import { madeFrom } from './made-from';
import { readBrokenGuardrails } from './read-broken-guardrails';
import { readDeployment } from './read-deployment';
import { join, looksLikeEvent, readEvent } from './read-event';
import { readMemoryUse } from './read-memory-use';
import { readService } from './read-service';
import { readTargetGroup } from './read-target-group';
import { readTask, stillRuns } from './read-task';
import { readTaskDefinitions } from './read-task-definitions';
import { readStates } from './saved/read-saved';
import { ACCEPTED, UnreadableEvidence } from './unreadable-evidence';
import type { Synthesis } from '../model/evidence';
import type { Gap } from '../model/gap';
import { isObject, type JsonObject, objects, present, text, wholeNumber } from '../model/json-fields';
import { type Findings, NO_TASK } from '../model/partial-evidence';

const STOP_FIELDS = ['event', 'task', 'taskEvent', 'deployment'] as const;

const FIELDS = [
  ...STOP_FIELDS,
  'serviceEvents',
  'logTail',
  'acknowledged',
  'synthesis',
  'taskDefinitions',
  'targetGroup',
  'metrics',
  'findings',
  'gaps',
] as const;

/** Whether an object gathers evidence of one stop under the names of a bundle. */
export const looksLikeBundle = (value: JsonObject): boolean => FIELDS.some(field => field in value);

/** Reads an evidence bundle: a stop, and what was gathered around it, of which any part may be missing. */
export function readBundle(bundle: JsonObject, place: string): Findings {
  const stop = readStop(bundle, place);
  const { events, ...service } = readService(bundle.service);
  const definitions = readTaskDefinitions(bundle.taskDefinitions, join(place, 'taskDefinitions'));
  const made = madeFrom(stop.task, definitions);
  const serviceEvents = readLines(bundle.serviceEvents, join(place, 'serviceEvents'));
  const memory = readMemoryUse(bundle.metrics, wholeNumber(made.task.memory), join(place, 'metrics'));
  const findings: Findings = {
    ...service,
    ...stop,
    ...made,
    serviceEvents: serviceEvents.length > 0 ? serviceEvents : events,
    logTail: readLines(bundle.logTail, join(place, 'logTail')),
    acknowledged: readAcknowledged(bundle.acknowledged),
    ...present({
      synthesis: readSynthesis(bundle.synthesis),
      targetGroup: readTargetGroup(bundle.targetGroup, join(place, 'targetGroup')),
      broken: readBrokenGuardrails(bundle.findings, join(place, 'findings')),
    }),
    ...readStates(bundle),
    ...memory,
    gaps: [...readGaps(bundle.gaps), ...memory.gaps ?? []],
  };
  if (saysNothing(bundle, findings)) throw new UnreadableEvidence(place, `${ACCEPTED}, but found a bundle without evidence of a stop`);
  return findings;
}

function readStop(bundle: JsonObject, place: string): Findings {
  const field = STOP_FIELDS.find(name => isObject(bundle[name]));
  const stop = field && bundle[field];
  if (!field || !isObject(stop)) return refuseOther(bundle, place);
  const inner = join(place, field);
  if (looksLikeEvent(stop)) return readEvent(stop, inner);
  return field === 'deployment' ? readDeployment(stop) : { task: readTask(taskIn(stop)) };
}

/** The task, or the first one of a describe-tasks answer that stopped. */
function taskIn(stop: JsonObject): JsonObject {
  const [first, ...others] = objects(stop.tasks);
  if (first === undefined) return stop;
  return [first, ...others].find(task => !stillRuns(task)) ?? first;
}

function refuseOther(bundle: JsonObject, place: string): Findings {
  const field = STOP_FIELDS.find(name => bundle[name] !== undefined && bundle[name] !== null);
  if (field === undefined) return { task: NO_TASK };
  throw new UnreadableEvidence(join(place, field), `this must be an object, an event or a task, but is ${typeof bundle[field]}`);
}

/** A list of texts, of messages as CloudWatch Logs and ECS answer them, or one text of many lines. */
function readLines(value: unknown, place: string): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return value.split('\n');
  if (isObject(value) && Array.isArray(value.events)) return readLines(value.events, join(place, 'events'));
  if (!Array.isArray(value)) throw new UnreadableEvidence(place, `this must be an array of strings, but is ${typeof value}`);
  return value.flatMap((item: unknown) => text(isObject(item) ? item.message : item) ?? []);
}

const readAcknowledged = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).flatMap(([rule, reason]) => text(reason) ? [[rule, String(reason)]] : []),
  );

/** What a rule of EventBridge adds to each event of a service that was judged at synthesis. */
const readSynthesis = (value: unknown): Synthesis | undefined =>
  isObject(value) && Array.isArray(value.tolerated) ? { tolerated: value.tolerated.flatMap(id => text(id) ?? []) } : undefined;

/** What whoever gathered the bundle could not have. */
const readGaps = (value: unknown): readonly Gap[] => objects(value).flatMap(({ source, because }) => {
  const [where, why] = [text(source), text(because)];
  return where && why ? [{ source: where, because: why }] : [];
});

/** An empty stop is fine as long as the service, its load balancer or the log says something. */
const saysNothing = (bundle: JsonObject, { serviceEvents = [], logTail = [], targetGroup }: Findings): boolean =>
  STOP_FIELDS.every(field => !isObject(bundle[field]) || Object.keys(bundle[field]).length === 0)
  && serviceEvents.length + logTail.length + (targetGroup?.targets.length ?? 0) === 0;
