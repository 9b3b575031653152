import { whyNotStarting } from '../../doctor/why-not-starting';
import { mapRedacted } from '../../evidence/clean/map-redacted';
import type { Account } from '../../evidence/collect/account';
import { startUpAsText } from '../doctor/start-up-text';
import { FAULTY, UNREADABLE } from '../terminal/exit-code';
import { print, tell } from '../terminal/print';

/** Prints the steps of the start of a task, and sets the exit code: 1 where one failed, 2 where the task could not be read. */
export async function printStartUp(account: Account, cluster: string, task: string, json: boolean): Promise<void> {
  const report = mapRedacted(await whyNotStarting(account, cluster, task));
  if (report.steps === undefined && report.gaps.length === 0) {
    tell(`${task}: ECS does not know the task; stopped tasks are kept for about an hour`);
  }
  const { steps = [], healthPoints, gaps } = report;
  print(json ? JSON.stringify({ steps, healthPoints, gaps }, undefined, 2) : startUpAsText(report));
  process.exitCode = report.steps === undefined ? UNREADABLE : report.steps.some(({ state }) => state === 'failed') ? FAULTY : 0;
}
