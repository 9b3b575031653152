import { gapsAsText, unlessAllRead } from './gaps-text';
import { nextCommand } from './next-command';
import { inColumns, servicesTable } from './services-table';
import type { Examination } from '../../doctor/examine';
import { asSentence } from '../../guardrails/as-sentence';
import { eachOnce } from '../../guardrails/each-once';
import { counted, countedByLevel } from '../../guardrails/findings-in-words';
import { findingsAsText, type Style } from '../findings/findings-text';

/** An examination for people: a table, how the services run, the findings with their fixes, and what could not be read. */
export function examinationAsText({ services, gaps }: Examination, style: Style): string {
  if (services === undefined || services.length === 0) return gapsAsText(gaps);
  const findings = eachOnce(services.flatMap(service => service.findings));
  const problems = services.flatMap(service => [
    ...service.problems.map(problem => `  - ${service.name}: ${asSentence(problem)}.`),
    ...nextCommand(service).map(command => `    To find the cause, run ${command}`),
  ]);
  return [
    inColumns(servicesTable(services)),
    problems.length > 0 ? ['now', ...problems].join('\n') : '',
    findingsAsText(findings, style),
    gapsAsText(gaps),
    `${asSentence(countedByLevel(findings))} in ${counted(services.length, 'service')}${unlessAllRead(gaps)}.`,
  ].filter(part => part !== '').join('\n\n');
}
