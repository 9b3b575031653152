import { Command, Option } from 'commander';
import { namesCause } from './names-cause';
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
import type { UnreadableInput } from '../input/unreadable-input';
import { writeText } from '../input/write-text';
import { gatherLive, livePolicy } from '../live/gather-live';
import { type LiveOptions, liveOptions, liveTarget } from '../live/live-target';
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
FILE holds whatever you have of the failure: an event of EventBridge, the answer of any describe
command as JSON or YAML, whole or by --query, the output of cdk deploy or Terraform, the events of
the service, a page of the console, a log, or only the stopped reason. Without FILE, or with -,
standard input is read.

Exit code 0 when each input was read: a failure is diagnosed, or nothing failed. Exit code 2 when
an input could not be read, or a file not written; every other input is diagnosed all the same.

With --cluster or --stack, the account of the profile is read instead: the task, or the tasks of
the service, or of the services of the stack, that stopped, their logs, and what else the causes
in question ask for. Only calls that read are made; --policy prints the IAM policy that they need.

An evidence bundle is an object with any of these fields:
  event | task | deployment   the stop, as EventBridge or ECS gives it
  tasks | failedTasks         beside a deployment or its event: the tasks of it that stopped
  serviceEvents, logTail      texts: what the service says of itself, the last lines of the log
  service                     as describe-services answers it
  targetGroup                 as describe-target-groups answers it, with its targetHealth
  taskDefinitions             { "current": …, "previous": … }, as describe-task-definition answers
  metrics                     memory, as get-metric-statistics answers it
  findings                    what guardrails --template --json finds in the templates of the service`;

/** `hardened-fargate diagnose`: says why tasks stopped, from what was saved of them. */
export function diagnoseCommand(): Command {
  const diagnosing = new Command('diagnose')
    .description('say why tasks stopped, from whatever was saved of the failure or from the account')
    .argument('[FILE...]', 'what was saved of the failure')
    .addOption(new Option('--json', 'print an array of diagnoses, in input order').conflicts(['markdown', 'chat']))
    .addOption(new Option('--markdown', 'print Markdown, for tickets').conflicts('chat'))
    .option('--chat', 'print notifications for Slack and Teams by Amazon Q Developer, each on a line')
    .option('--redact-emails', 'leave out e-mail addresses too; secrets always are')
    .option('--redact-personal-data', 'leave out e-mail addresses, card, account and phone numbers, and public IP addresses too')
    .addOption(new Option('--shell <shell>', 'quote the commands for this kind of shell').choices(['posix', 'powershell']).default('posix'))
    .addOption(colourOption())
    .addHelpText('after', ACCEPTS)
    .action(diagnoseInputs);
  for (const option of liveOptions()) diagnosing.addOption(option);
  return diagnosing;
}

async function diagnoseInputs(files: readonly string[], options: DiagnoseOptions, command: Command): Promise<void> {
  if (options.policy) return print(livePolicy(options));
  const { evidence, healthy, noted, readAs, unreadable, isAnswered } = await gather(files, options, command);
  for (const line of readAs) tell(line);
  const outcome = outcomeOf(evidence.map(stop => diagnose(stop)).map(inShell(options)), { healthy, noted }, options);
  if (outcome !== '') print(outcome);
  else if (unreadable.length === 0) tell('no failure was given, so that there was nothing to diagnose');
  const unsaved = options.save === undefined ? [] : await save(options.save, evidence);
  printUnreadable(unreadable, { isAnswered });
  printUnreadable(unsaved);
}

const NOT_BOTH = 'error: name a FILE, or a --cluster or --stack, not both';

/** What an account says, where one is named; else what the inputs hold. */
async function gather(files: readonly string[], options: DiagnoseOptions, command: Command): Promise<GatheredInputs> {
  const redaction = { emails: options.redactEmails, personalData: options.redactPersonalData };
  const target = liveTarget(options, command);
  if (target === undefined) return gatherEvidence(inputsOf(files, command), { ...redaction, namesCause });
  if (files.length > 0) command.error(NOT_BOTH, { exitCode: UNREADABLE });
  const gathered = await gatherLive(target, options, redaction);
  return { ...gathered, isAnswered: isAnswer(gathered) };
}

/** The evidence is redacted already; it says why it cannot be written. */
async function save(file: string, savedEvidence: readonly Evidence[]): Promise<readonly UnreadableInput[]> {
  const problem = await writeText(file, `${JSON.stringify({ savedEvidence }, undefined, 2)}\n`);
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
    ...noted.length > 0 ? [`Read, and no stop is in it: ${noted.join('; ')}. Compare it with the step that asked for it.`] : [],
  ].join('\n');
}

function written(diagnoses: readonly Diagnosis[], { json, markdown, chat, colour }: DiagnoseOptions): string {
  if (json) return JSON.stringify(diagnoses, undefined, 2);
  if (chat) return diagnoses.map(diagnosis => JSON.stringify(renderChat(diagnosis))).join('\n');
  if (markdown) return diagnoses.map(renderMarkdown).join('\n\n---\n\n');
  const style = styleOf(colour);
  return diagnoses.map(diagnosis => renderText(diagnosis, style)).join('\n\n');
}
