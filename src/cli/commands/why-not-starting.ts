import type { CheckedStep } from '../../doctor/check-start-up';
import { type StartUpReport, whyNotStarting } from '../../doctor/why-not-starting';
import { mapRedacted } from '../../evidence/clean/map-redacted';
import type { Account } from '../../evidence/collect/account';
import { startUpAsText } from '../doctor/start-up-text';
import { FAULTY, UNREADABLE } from '../terminal/exit-code';
import { print, tell } from '../terminal/print';

/** Prints the steps of the start of a task, and sets the exit code: 1 where one failed, 2 where the task could not be read. */
export async function printStartUp(account: Account, cluster: string, task: string, json: boolean): Promise<void> {
  const report = mapRedacted(await whyNotStarting(account, cluster, task));
  if (report.steps === undefined && report.gaps.length === 0) {
    tell(`task ${task} in cluster ${cluster}: not found; check both names, --region, and --profile. `
      + 'ECS keeps a stopped task for about an hour');
  }
  const { steps = [], healthPoints, gaps } = report;
  const text = json ? JSON.stringify({ steps, healthPoints, gaps }, undefined, 2) : startUpAsText(report);
  if (text !== '') print(text);
  process.exitCode = exitCodeOf(report);
}

/** Where nothing failed, a step that is not known may be what could not be read. */
function exitCodeOf({ steps, gaps }: StartUpReport): number {
  if (steps === undefined) return UNREADABLE;
  const isAny = (wanted: CheckedStep['state']): boolean => steps.some(({ state }) => state === wanted);
  if (isAny('failed')) return FAULTY;
  return gaps.length > 0 && isAny('not known') ? UNREADABLE : 0;
}
