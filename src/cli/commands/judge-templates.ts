import type { Command } from 'commander';
import { againstBaseline, type BaselineOptions } from './baseline';
import type { CatalogueFormat } from './catalogue-format';
import { type DeployedOptions, readDeployed } from './read-deployed';
import { Templates } from '../../facts/template/templates';
import { asSentence } from '../../guardrails/as-sentence';
import { asShown } from '../../guardrails/as-shown';
import { entryInWords } from '../../guardrails/baseline';
import { CATALOGUE } from '../../guardrails/catalogue';
import { eachOnce } from '../../guardrails/each-once';
import type { Finding } from '../../guardrails/evaluate';
import { findUnjudged, isAboutJudging, isUnjudged, mayRunUnjudged, wasNotJudged } from '../../guardrails/find-unjudged';
import { countedByClass, countedByLevel } from '../../guardrails/findings-in-words';
import { findJudged, judgeDeclared } from '../../guardrails/judge-declared';
import { findingsAsJson } from '../findings/findings-json';
import { findingsAsSarif } from '../findings/findings-sarif';
import { findingsAsText } from '../findings/findings-text';
import type { JudgedTemplates } from '../findings/judged-templates';
import { kindsInWords } from '../findings/kinds-in-words';
import { UnreadableInput } from '../input/unreadable-input';
import { styleOf, type When } from '../terminal/colour';
import { FAULTY, UNREADABLE } from '../terminal/exit-code';
import { print, tell } from '../terminal/print';
import { validateTemplates } from '../validator/validate-templates';

interface Options extends BaselineOptions, DeployedOptions {
  readonly format: CatalogueFormat;
  readonly colour: When;
  readonly sarif?: true;
}

/** Judges the services and standalone tasks of template files, and prints what is wrong with them. */
export async function judgeTemplates(files: readonly string[], options: Options, command: Command): Promise<void> {
  if (options.format === 'markdown') {
    command.error('error: --format markdown does not support findings; use table or json', { exitCode: UNREADABLE });
  }
  const { sources, unreadable } = await readDeployed(files, options, command);
  const templates = new Templates(sources);
  const outcomes = findJudged(templates).map(each => ({ type: each.declared.type, findings: judgeDeclared(templates, each, CATALOGUE) }));
  const judged = outcomes.filter(({ findings }) => !findings.some(isUnjudged)).map(({ type }) => type);
  const found = eachOnce([...outcomes.flatMap(({ findings }) => findings), ...findUnjudged(templates)]);
  const validated = await validateTemplates(sources, found);
  const findings = [...found, ...validated.findings];
  const compared = await againstBaseline(findings, options);
  const problems = compared instanceof UnreadableInput ? [...unreadable, compared] : unreadable;
  const { fresh, known, stale } = compared instanceof UnreadableInput ? { fresh: findings, known: [], stale: [] } : compared;
  const shown = fresh.map(asShown);
  const outcome = asAsked({ fresh: shown, known: known.map(asShown), stale, judged }, options, problems.length === 0);
  if (isAnswered(sources, unreadable, options)) print(outcome);
  if (validated.because !== undefined) tell(`the CloudFormation validator of the AWS CDK did not run: ${validated.because}`);
  for (const entry of stale) tell(`the baseline has an entry that matches no finding: ${entryInWords(entry)}`);
  for (const { message } of problems) tell(message);
  process.exitCode = exitCodeOf(fresh, problems.length > 0);
}

/** Of templates of which none could be read there is nothing to say but that, save to programs. */
const isAnswered = (sources: readonly unknown[], unreadable: readonly unknown[], { format, sarif }: Options): boolean =>
  sources.length > 0 || unreadable.length === 0 || format === 'json' || sarif === true;

/** An error weighs more than something that nobody could judge, because it is certain. */
function exitCodeOf(findings: readonly Finding[], isUnreadable: boolean): number {
  if (isUnreadable) return UNREADABLE;
  if (findings.some(({ level }) => level === 'error')) return FAULTY;
  return findings.some(mayRunUnjudged) ? UNREADABLE : 0;
}

function asAsked(outcome: JudgedTemplates, options: Options, succeeded: boolean): string {
  if (options.sarif === true) return findingsAsSarif(outcome, succeeded);
  return options.format === 'json' ? findingsAsJson(outcome) : asText(outcome.fresh, outcome.known.length, outcome.judged, options);
}

function asText(findings: readonly Finding[], known: number, judged: readonly string[], { colour }: Options): string {
  return [findingsAsText(findings, styleOf(colour)), summary(findings, known, judged)].filter(part => part !== '').join('\n\n');
}

/** What was found by class and rule, and last the counts. */
function summary(findings: readonly Finding[], known: number, judged: readonly string[]): string {
  const unjudged = findings.filter(wasNotJudged);
  const broken = findings.filter(finding => !isAboutJudging(finding));
  const rest = [
    ...known === 0 ? [] : [` In the baseline: ${known}.`],
    ...unjudged.length === 0 ? [] : [` Not checked: ${unjudged.length}.`],
  ].join('');
  if (judged.length === 0) return `No service or task for Fargate was found, so nothing was checked.${rest}`;
  const total = `${asSentence(countedByLevel(broken))} in ${kindsInWords(judged)}.${rest}`;
  return [...broken.length > 1 ? countedByClass(broken) : [], total].join('\n');
}
