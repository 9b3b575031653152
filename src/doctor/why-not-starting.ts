import { aroundStop } from './around-stop';
import { type CheckedStep, checkStartUp, type StartingTask } from './check-start-up';
import { judgeAccount } from './judge-account';
import { logCommand } from './log-command';
import { readAccount } from '../account/read-account';
import { Reading } from '../account/reading';
import { type HealthPoint, healthPoints } from '../diagnosis/clues/health-points';
import { diagnose } from '../diagnosis/diagnose';
import type { Account } from '../evidence/collect/account';
import type { Gap } from '../evidence/model/gap';
import { objects, present, text, type JsonObject } from '../evidence/model/json-fields';
import { readInput } from '../evidence/read/read-evidence';
import type { AccountAnswers } from '../facts/account/account-answers';
import { isKnown } from '../facts/model/fact';

/** How far a task got; absent steps where the task could not be read. */
export interface StartUpReport {
  readonly steps: readonly CheckedStep[] | undefined;
  /** The usual reasons for which a load balancer finds a task unhealthy; none of a task that did not stop for that. */
  readonly healthPoints: readonly HealthPoint[];
  readonly gaps: readonly Gap[];
}

/** Reads a task and what it needs, and checks each step of its start. */
export async function whyNotStarting(account: Account, cluster: string, taskId: string): Promise<StartUpReport> {
  const reading = new Reading(account);
  const answer = await reading.one('ecs:DescribeTasks', { cluster, tasks: [taskId] });
  const [task] = isKnown(answer) ? objects(answer?.tasks) : [];
  if (task === undefined) return { steps: undefined, healthPoints: [], gaps: reading.gaps };
  const answers = await answersAround(task, cluster, reading);
  const findings = answers === undefined ? [] : judgeAccount(answers, new Map()).flatMap(service => service.findings);
  const [stop] = readInput({ tasks: [task] }).evidence;
  const [evidence] = stop === undefined ? [] : readInput(await aroundStop(task, answers, findings, reading)).evidence;
  const steps = checkStartUp({ task: task as StartingTask, diagnosis: evidence && diagnose(evidence), findings });
  return {
    steps: steps.map(withNext(task, answers)),
    healthPoints: evidence === undefined ? [] : healthPoints(evidence),
    gaps: reading.gaps,
  };
}

/** The log, as far as a task got to write one, tells more than its settings. */
function withNext(task: JsonObject, answers: AccountAnswers | undefined): (step: CheckedStep) => CheckedStep {
  const definition = answers?.taskDefinitions.find(({ taskDefinitionArn }) => taskDefinitionArn === task.taskDefinitionArn);
  const next = logCommand(task, definition as JsonObject | undefined);
  return step => step.step === 'log' && step.state !== 'proven' ? { ...step, ...present({ next }) } : step;
}

/** The service that a task belongs to, with everything that it uses; absent for a task without one. */
async function answersAround({ group }: JsonObject, cluster: string, reading: Reading): Promise<AccountAnswers | undefined> {
  const [, service] = /^service:(.+)$/.exec(text(group) ?? '') ?? [];
  return service === undefined ? undefined : readAccount(reading, { cluster, services: [service] });
}
