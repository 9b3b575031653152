import { type CheckedStep, checkStartUp, type StartingTask } from './check-start-up';
import { judgeAccount } from './judge-account';
import { readAccount } from '../account/read-account';
import { Reading } from '../account/reading';
import { diagnose } from '../diagnosis/diagnose';
import type { Account } from '../evidence/collect/account';
import type { Gap } from '../evidence/model/gap';
import { type JsonObject, objects, text } from '../evidence/model/json-fields';
import { readInput } from '../evidence/read/read-evidence';
import { isKnown } from '../facts/model/fact';
import type { Finding } from '../guardrails/evaluate';

/** How far a task got; absent steps where the task could not be read. */
export interface StartUpReport {
  readonly steps: readonly CheckedStep[] | undefined;
  readonly gaps: readonly Gap[];
}

/** Reads a task and what it needs, and checks each step of its start. */
export async function whyNotStarting(account: Account, cluster: string, taskId: string): Promise<StartUpReport> {
  const reading = new Reading(account);
  const answer = await reading.one('ecs:DescribeTasks', { cluster, tasks: [taskId] });
  const [task] = isKnown(answer) ? objects(answer?.tasks) : [];
  if (task === undefined) return { steps: undefined, gaps: reading.gaps };
  const findings = await findingsOf(task, cluster, reading);
  const [stop] = readInput({ tasks: [task] }).evidence;
  const steps = checkStartUp({ task: task as StartingTask, diagnosis: stop && diagnose(stop), findings });
  return { steps, gaps: reading.gaps };
}

/** What guardrails say of the service that a task belongs to; nothing of a task without one. */
async function findingsOf({ group }: JsonObject, cluster: string, reading: Reading): Promise<readonly Finding[]> {
  const [, service] = /^service:(.+)$/.exec(text(group) ?? '') ?? [];
  const answers = service === undefined ? undefined : await readAccount(reading, { cluster, services: [service] });
  return answers === undefined ? [] : judgeAccount(answers, new Map()).flatMap(({ findings }) => findings);
}
