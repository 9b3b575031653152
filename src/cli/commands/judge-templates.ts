import type { Command } from 'commander';
import type { CatalogueFormat } from './catalogue-format';
import { Templates } from '../../facts/template/templates';
import { CATALOGUE } from '../../guardrails/catalogue';
import { eachOnce } from '../../guardrails/each-once';
import type { Finding } from '../../guardrails/evaluate';
import { findUnjudged, isUnjudged, mayRunUnjudged } from '../../guardrails/find-unjudged';
import { findJudged, judgeDeclared } from '../../guardrails/judge-declared';
import { findingsAsJson } from '../findings/findings-json';
import { findingsAsText } from '../findings/findings-text';
import { readTemplates } from '../input/read-templates';
import { inColour, type When } from '../terminal/colour';
import { UNREADABLE } from '../terminal/exit-code';
import { print } from '../terminal/print';

interface Options {
  readonly format: CatalogueFormat;
  readonly colour: When;
}

/** The exit code for templates that hold what no guardrail lets through; other programs depend on it. */
const FAULTY = 1;

/** Prose in longer lines is hard to read. */
const WIDEST = 100;

/** Judges the services and standalone tasks of template files, and prints what is wrong with them. */
export async function judgeTemplates(files: readonly string[], options: Options, command: Command): Promise<void> {
  if (options.format === 'markdown') {
    command.error('error: markdown is for the catalogue; findings are printed as text or as json', { exitCode: UNREADABLE });
  }
  const { sources, unreadable } = await readTemplates(files);
  const templates = new Templates(sources);
  const outcomes = findJudged(templates).map(each => judgeDeclared(templates, each, CATALOGUE));
  const judged = outcomes.filter(findings => !findings.some(isUnjudged)).length;
  const findings = eachOnce([...outcomes.flat(), ...findUnjudged(templates)]);
  print(options.format === 'json' ? findingsAsJson(findings) : asText(findings, judged, options));
  for (const { message } of unreadable) process.stderr.write(`${message}\n`);
  process.exitCode = exitCodeOf(findings, unreadable.length > 0);
}

/** An error weighs more than something that nobody could judge, because it is certain. */
function exitCodeOf(findings: readonly Finding[], isUnreadable: boolean): number {
  if (isUnreadable) return UNREADABLE;
  if (findings.some(({ level }) => level === 'error')) return FAULTY;
  return findings.some(mayRunUnjudged) ? UNREADABLE : 0;
}

function asText(findings: readonly Finding[], judged: number, { colour }: Options): string {
  const style = { colour: inColour(colour), width: Math.min(WIDEST, process.stdout.columns ?? WIDEST) };
  return [findingsAsText(findings, style), summary(findings, judged)].filter(part => part !== '').join('\n\n');
}

function summary(findings: readonly Finding[], judged: number): string {
  const unjudged = findings.filter(isUnjudged).length;
  const rest = unjudged === 0 ? '' : ` Not judged: ${unjudged}.`;
  if (judged === 0) return `No service and no task for Fargate was found, so that there was nothing to judge.${rest}`;
  const errors = findings.filter(({ level }) => level === 'error').length;
  return `${counted(errors, 'error')} and ${counted(findings.length - unjudged - errors, 'warning')} in `
    + `${counted(judged, 'service or task', 'services and tasks')}.${rest}`;
}

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
