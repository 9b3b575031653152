import { deniedInShort } from './advice/denied-by';
import type { Signature } from './model/signature';
import { isOrdinary } from './not-recognised';
import { parseArn } from '../aws/arn';
import { inShort } from '../causes/in-short';
import { bounded, oneLine } from '../evidence/clean/clean-text';
import type { Evidence, StoppedTask } from '../evidence/model/evidence';

const LONGEST_TITLE = 250;

/** One line that names the service, the container and the cause. */
export function titleOf(evidence: Evidence, signature: Signature | undefined, container: string | null): string {
  const where = container && signature?.concerns === undefined ? `${subject(evidence)}, container ${container}` : subject(evidence);
  return bounded(oneLine(`${where}: ${signature ? said(signature, evidence) : unrecognised(evidence)}`), LONGEST_TITLE);
}

const said = ({ cause }: Signature, evidence: Evidence): string => inShort(cause) + deniedInShort(cause, evidence);

function unrecognised(evidence: Evidence): string {
  if (isOrdinary(evidence)) return `nothing stopped (${evidence.change?.eventName ?? 'an event for information'})`;
  return `${evidence.change ? told(evidence.change.eventName) : stoppedOrUnsteady(evidence)} for a reason that is not recognized`;
}

/** What a tool reports of a stack has no name that its output shows. */
const told = (eventName = 'an event'): string => eventName.startsWith('STACK_') ? 'a resource failed' : eventName;

/** A service of which no task and no log is known has lost none that anybody knows of. */
const stoppedOrUnsteady = ({ service, task, logTail }: Evidence): string =>
  service !== undefined && !isOfTask(task) && logTail.length === 0 ? 'not in a steady state' : 'stopped';

function subject(evidence: Evidence): string {
  const { service, task } = evidence;
  if (service) return service;
  const family = task.group?.startsWith('family:')
    ? task.group.slice('family:'.length)
    : parseArn(task.taskDefinitionArn)?.name.split(':')[0];
  return family ? `task ${family}` : unnamed(evidence);
}

/** What the evidence is of, where it names neither a service nor a family. */
function unnamed({ task, change, targetGroup, serviceEvents, logTail }: Evidence): string {
  if (task.lastStatus === 'RUNNING' && task.stopCode === undefined) return 'running task';
  if (isOfTask(task)) return 'stopped task';
  if (change !== undefined) return { deployment: 'deployment', action: 'request to ECS' }[change.kind];
  if (targetGroup !== undefined) return 'target group';
  if (serviceEvents.length > 0) return 'service';
  return logTail.length > 0 ? 'application' : 'stopped task';
}

const isOfTask = ({ containers, stoppedReason, stopCode, taskArn }: StoppedTask): boolean =>
  containers.length > 0 || [stoppedReason, stopCode, taskArn].some(field => field !== undefined);
