import { DAYS } from '../../account/started-tasks';
import type { ExaminedService } from '../../doctor/judge-account';
import { isUnjudged } from '../../guardrails/find-unjudged';
import { RULE_CLASSES, type RuleClass } from '../../guardrails/model/rule-class';

/** One row for each service, under a row of headings: how many findings it has of each class that any has, and how many tasks run. */
export function servicesTable(services: readonly ExaminedService[]): readonly [head: readonly string[], ...rows: (readonly string[])[]] {
  const classes = RULE_CLASSES.filter(ruleClass => services.some(service => countOf(service, ruleClass) > 0));
  const isTold = services.some(({ started }) => started !== undefined);
  return [
    ['service', ...classes, 'running', ...isTold ? [`started in ${DAYS} days`, 'restarts'] : []],
    ...services.map(service => [
      service.name,
      ...classes.map(ruleClass => String(countOf(service, ruleClass) || '-')),
      runningOf(service),
      ...isTold ? [startedOf(service), restartsOf(service)] : [],
    ]),
  ];
}

const countOf = ({ findings }: ExaminedService, ruleClass: RuleClass): number =>
  findings.filter(finding => finding.class === ruleClass).length;

const startedOf = ({ started }: ExaminedService): string =>
  started === undefined ? 'unknown' : `${started.count}${started.atLeast ? ' or more' : ''}`;

const restartsOf = ({ started }: ExaminedService): string =>
  started === undefined ? 'unknown' : `${started.restarts}${started.isEstimate ? ' (estimate)' : ''}`;

function runningOf({ running, desired, findings }: ExaminedService): string {
  const count = running === undefined || desired === undefined ? 'unknown' : `${running} of ${desired}`;
  return findings.some(isUnjudged) ? `${count}, not checked` : count;
}

/** Rows as text in columns. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column].length))) ?? [];
  return rows.map(row => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n');
}
