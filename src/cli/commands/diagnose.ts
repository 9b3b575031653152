import { Command, Option } from 'commander';
import { printUnreadable } from './print-unreadable';
import { diagnose } from '../../diagnosis/diagnose';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import type { Evidence } from '../../evidence/model/evidence';
import { forPowerShell } from '../../report/for-powershell';
import { renderChat } from '../../report/render-chat';
import { renderMarkdown } from '../../report/render-markdown';
import { renderText } from '../../report/render-text';
import { type Gathered, type GatheredInputs, gatherEvidence, isAnswer } from '../input/gather-evidence';
import { inputsOf } from '../input/inputs-of';
import { UnreadableInput } from '../input/unreadable-input';
import { whyUnwritable, writeText } from '../input/write-text';
import { gatherLive, livePolicy } from '../live/gather-live';
import { type LiveOptions, liveOptions, type LiveTarget, liveTarget, placedByArn } from '../live/live-target';
import { colourOption, styleOf, type When } from '../terminal/colour';
import { UNREADABLE } from '../terminal/exit-code';
import { print, tell } from '../terminal/print';

interface DiagnoseOptions extends LiveOptions {
  readonly json?: true;
  readonly markdown?: true;
  readonly chat?: true;
  readonly redactEmails?: true;
  readonly redactPersonalData?: true;
  readonly shell: 'posix' | 'powershell';
  readonly colour: When;
}

const ACCEPTS = `
FILE contains the data that you have about the failure: an EventBridge event, the output of any
describe command as JSON or YAML, complete or with --query, the output of cdk deploy or Terraform,
service events, text of a console page, a log, or only the stopped reason. Without FILE, or with -,
the command reads standard input.

Exit codes: 0 something was diagnosed or found healthy, 2 nothing could be read, a file could not be
written, or the command line is not valid. Standard error names each input that could not be read.

With --cluster or --stack, the command reads the account of the profile instead: the stopped task,
or the stopped tasks of the service or the stack, their logs, and the evidence that the possible
causes need. It only makes read calls; --policy prints the IAM policy that they need.

An evidence bundle is an object with any of these fields:
  event | task | deployment   the stop, from EventBridge or ECS
  tasks | failedTasks         with a deployment or its event: its stopped tasks
  serviceEvents, logTail      text: the service events, the last lines of the log
  service                     the service from describe-services
  targetGroup                 the target group from describe-target-groups, with targetHealth
  taskDefinitions             { "current": …, "previous": … }, each from describe-task-definition
  metrics                     the memory metric from get-metric-statistics
  findings                    the output of guardrails --template --json`;

/** `hardened-fargate diagnose`: says why tasks stopped, from what was saved of them. */
export function diagnoseCommand(): Command {
  const diagnosing = new Command('diagnose')
    .description('diagnose stopped tasks, from saved data or from the account')
    .argument('[FILE...]', 'the data of the failure')
    .addOption(new Option('--json', 'print an array of diagnoses, in input order').conflicts(['markdown', 'chat']))
    .addOption(new Option('--markdown', 'print Markdown, for tickets').conflicts('chat'))
    .option('--chat', 'print notifications for Slack and Teams by Amazon Q Developer, each on a line')
    .option('--redact-emails', 'also redact email addresses; secrets are always redacted')
    .option('--redact-personal-data', 'also redact email addresses, card, account, and phone numbers, and public IP addresses')
    .addOption(new Option('--shell <shell>', 'quote the commands for this kind of shell').choices(['posix', 'powershell']).default('posix'))
    .addOption(colourOption())
    .addHelpText('after', ACCEPTS)
    .action(diagnoseInputs);
  for (const option of liveOptions()) diagnosing.addOption(option);
  return diagnosing;
}

async function diagnoseInputs(files: readonly string[], given: DiagnoseOptions, command: Command): Promise<void> {
  const options = placedByArn(given, given.task ?? given.service);
  if (options.policy) return print(livePolicy(options));
  const target = targetBeside(files, options, command);
  const unwritable = target === undefined || options.save === undefined ? undefined : await whyUnwritable(options.save);
  if (unwritable !== undefined) return printUnreadable([unwritable]);
  await diagnoseGathered(await gather(files, target, options, command), options);
}

/** What is asked of an account, which is not asked beside files. */
function targetBeside(files: readonly string[], options: DiagnoseOptions, command: Command): LiveTarget | undefined {
  const isLive = (options.cluster ?? options.stack) !== undefined;
  if (isLive && files.length > 0) command.error(NOT_BOTH, { exitCode: UNREADABLE });
  return liveTarget(options, command);
}

async function diagnoseGathered(
  { evidence, healthy, noted, readAs, unreadable, stopless, isAnswered }: GatheredInputs, options: DiagnoseOptions,
): Promise<void> {
  for (const line of readAs) tell(line);
  const outcome = outcomeOf(evidence.map(stop => diagnose(stop)).map(inShell(options)), { healthy, noted }, options);
  if (outcome !== '') print(outcome);
  else if (unreadable.length === 0) tell('no failure was found in the input, so nothing was diagnosed');
  const unsaved = options.save === undefined ? [] : await save(options.save, evidence, stopless);
  printUnreadable(unreadable, { isAnswered });
  printUnreadable(unsaved);
}

const NOT_BOTH = 'error: use a FILE, or --cluster or --stack, not both';

/** What an account says, where one is named; else what the inputs hold. */
async function gather(
  files: readonly string[], target: LiveTarget | undefined, options: DiagnoseOptions, command: Command,
): Promise<GatheredInputs> {
  const redaction = { emails: options.redactEmails, personalData: options.redactPersonalData };
  if (target === undefined) {
    return asAnswered(await gatherEvidence(inputsOf(files, command), { ...redaction, verdictOn: stop => diagnose(stop) }));
  }
  return asAnswered(await gatherLive(target, options, redaction));
}

/** One answer is enough: what could not be read is told on standard error, whatever the exit code is. */
const asAnswered = (gathered: Gathered): GatheredInputs => ({ ...gathered, isAnswered: isAnswer(gathered) });

/** The stops, or what was read that has none, all redacted already; it says why it cannot be written. */
async function save(
  file: string, savedEvidence: readonly Evidence[], stopless: GatheredInputs['stopless'],
): Promise<readonly UnreadableInput[]> {
  if (savedEvidence.length + stopless.length === 0) return [new UnreadableInput(file, 'is not written, because nothing was read')];
  const [first, ...others] = savedEvidence.length > 0 ? [{ savedEvidence }] : stopless.map(redacted => redacted());
  const saved = others.length === 0 ? first : [first, ...others];
  const problem = await writeText(file, `${JSON.stringify(saved, undefined, 2)}\n`);
  return problem === undefined ? [] : [problem];
}

const inShell = ({ shell }: DiagnoseOptions) => (diagnosis: Diagnosis): Diagnosis =>
  shell === 'powershell' ? forPowerShell(diagnosis) : diagnosis;

/** A list, however short, for programs; a sentence for people where there is nothing to list. */
function outcomeOf(
  diagnoses: readonly Diagnosis[], { healthy, noted }: Pick<Gathered, 'healthy' | 'noted'>, options: DiagnoseOptions,
): string {
  if (diagnoses.length > 0 || options.json) return written(diagnoses, options);
  return [
    ...healthy.length > 0 ? [`Nothing failed: ${healthy.join('; ')}.`] : [],
    ...noted.length > 0 ? [`No stop is in this input: ${noted.join('; ')}. Compare it with the step that printed the command.`] : [],
  ].join('\n');
}

function written(diagnoses: readonly Diagnosis[], { json, markdown, chat, colour }: DiagnoseOptions): string {
  if (json) return JSON.stringify(diagnoses, undefined, 2);
  if (chat) return diagnoses.map(diagnosis => JSON.stringify(renderChat(diagnosis))).join('\n');
  if (markdown) return diagnoses.map(renderMarkdown).join('\n\n---\n\n');
  const style = styleOf(colour);
  return diagnoses.map(diagnosis => renderText(diagnosis, style)).join('\n\n');
}
