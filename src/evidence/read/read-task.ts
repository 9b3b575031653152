import type { AttachmentEvidence, ContainerEvidence, StoppedTask } from '../model/evidence';
import { type JsonObject, moment, objects, present, text, wholeNumber } from '../model/json-fields';

const TEXTS = ['taskArn', 'taskDefinitionArn', 'clusterArn', 'group', 'startedBy', 'launchType', 'capacityProviderName', 'platformVersion',
  'availabilityZone', 'cpu', 'memory', 'lastStatus', 'desiredStatus', 'healthStatus', 'stopCode', 'stoppedReason'] as const;

const TIMES = ['createdAt', 'pullStartedAt', 'pullStoppedAt', 'startedAt', 'stoppingAt', 'executionStoppedAt', 'stoppedAt'] as const;

const BEFORE_THE_END = ['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING'];

/** Whether an object has a single field of a task. */
export const looksLikeTask = (value: JsonObject): boolean =>
  [...TEXTS, ...TIMES, 'containers', 'attachments'].some(field => field in value);

/** Reads a task as the API or an event spells it; fields that are absent or of another type stay absent. */
export function readTask(task: JsonObject): StoppedTask {
  return {
    ...fieldsOf(TEXTS, task, text),
    ...fieldsOf(TIMES, task, moment),
    containers: containersOf(task),
    attachments: objects(task.attachments).map(readAttachment),
  };
}

/** Emulators of ECS name no container, and tell its exit code in the reason of the task. */
function containersOf({ containers, stoppedReason }: JsonObject): readonly ContainerEvidence[] {
  const given = objects(containers).map(readContainer);
  const told = /\bcontainer exited with (?:exit )?code (\d{1,3})\b/i.exec(text(stoppedReason) ?? '')?.[1];
  return given.length > 0 || told === undefined ? given : [{ exitCode: Number(told) }];
}

/**
 * Whether a task goes on, and nothing says that it will stop.
 *
 * The warning of a Spot interruption comes while the task still runs, but then ECS has already said that it will stop and why.
 */
export function stillRuns(task: JsonObject): boolean {
  if (task.desiredStatus === 'STOPPED' || text(task.stopCode) || text(task.stoppedReason)) return false;
  return BEFORE_THE_END.includes(text(task[statusFieldOf(task)]) ?? '');
}

const statusFieldOf = (task: JsonObject): 'lastStatus' | 'desiredStatus' => text(task.lastStatus) ? 'lastStatus' : 'desiredStatus';

const readContainer = (container: JsonObject): ContainerEvidence => present({
  ...fieldsOf(['name', 'image', 'imageDigest', 'reason', 'lastStatus', 'healthStatus'] as const, container, text),
  essential: typeof container.essential === 'boolean' ? container.essential : undefined,
  exitCode: wholeNumber(container.exitCode),
  execAgent: readExecAgent(container),
  finishedAt: moment(container.finishedAt),
});

/** Events call the status of an agent `status`, the API calls it `lastStatus`. */
function readExecAgent({ managedAgents }: JsonObject): ContainerEvidence['execAgent'] {
  const agent = objects(managedAgents).find(({ name = 'ExecuteCommandAgent' }) => name === 'ExecuteCommandAgent');
  return agent && present({ status: text(agent.lastStatus) ?? text(agent.status), reason: text(agent.reason) });
}

const readAttachment = (attachment: JsonObject): AttachmentEvidence => ({
  ...fieldsOf(['type', 'status', 'statusReason'] as const, attachment, text),
  details: Object.fromEntries(objects(attachment.details).flatMap(({ name, value }) => {
    const [key, content] = [text(name), text(value)];
    return key && content ? [[key, content]] : [];
  })),
});

type Fields<Name extends string> = { readonly [K in Name]?: string };

function fieldsOf<Name extends string>(
  names: readonly Name[],
  source: JsonObject,
  read: (value: unknown) => string | undefined,
): Fields<Name> {
  const fields: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = read(source[name]);
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}
