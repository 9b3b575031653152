import { isLabel, tasksOfPage, type TaskOfPage } from './console-page';
import { containersIn, exitCodeOf, givesExitCode, type ToldContainer, toldContainer } from './exit-code-in-text';
import { isOfProgram, namesError } from './kind-of-text';
import { endOfTaskIn, isOfContainer, isStopCode, isStopReason, saysNoReason, withoutLabel } from './stop-words';
import { partsOfRow } from './table';
import type { TextContent } from './text-content';

interface Around {
  readonly stopCode?: string;
  readonly taskArn?: string;
  readonly containers?: readonly ToldContainer[];
}

/** What is told of a stopped task: its page or its reason, an end in the words of a chat, or an exit code alone. */
export const ofStop = (lines: readonly string[]): TextContent | undefined =>
  ofPage(lines) ?? ofReason(lines) ?? ofMention(lines) ?? ofExitCode(lines);

/** The page of a task in the console, where each label has a line of its own, or the whole page is in one list of them. */
function ofPage(lines: readonly string[]): TextContent | undefined {
  const tasks = tasksOfPage(lines)?.map(taskOfPage);
  if (tasks === undefined) return undefined;
  const beside = tasks.length === 1 ? logBeside(lines) : {};
  const arn = tasks.length === 1 ? taskArnIn(lines.join('\n')) : {};
  return { form: 'a page of the console', values: tasks.map(task => ({ task: { ...task, ...arn }, ...beside })) };
}

/** A value that is no exit code is none of a container, so that it is left out. */
const taskOfPage = ({ fields, containers }: TaskOfPage): object => ({
  ...fields,
  ...containers.length === 0 ? {} : {
    containers: containers.map(({ exitCode: told, ...container }) => {
      const exitCode = exitCodeOf(told);
      return exitCode === undefined ? container : { ...container, exitCode };
    }),
  },
});

/** The page of a task in the console, or a reason by itself; lines that follow belong to it while they are no labels. */
function ofReason(lines: readonly string[]): TextContent | undefined {
  const parts = lines.flatMap(partsOfRow);
  const reasons = inWordsOrCodes(parts.filter(isStopReason).map(withoutLabel));
  if (reasons.length === 0) return undefined;
  const text = lines.join('\n');
  const stopCode = reasons.some(isStopCode) ? undefined : parts.map(unquoted).find(isStopCode);
  const around = { ...containersIn(text), ...stopCode === undefined ? {} : { stopCode }, ...taskArnIn(text) };
  const stops = ofOneTask(reasons, around) ?? [...new Set(reasons)].map(stoppedReason => ({ task: { ...around, stoppedReason } }));
  return {
    form: lines.length > 2 && LABELS.test(text) ? 'a page of the console' : 'the reason of a stopped task',
    values: stops.length > 1 ? stops : stops.map(stop => ({ ...stop, ...logBeside(lines) })),
  };
}

/** What a program wrote beside the one reason; a label of the console or of a tool is no line of its log. */
function logBeside(lines: readonly string[]): { readonly logTail?: readonly string[] } {
  const written = lines.flatMap(partsOfRow).filter(part => isOfProgram(part) && !isStopReason(part));
  const logTail = written.filter(part => !givesExitCode(part) && !IS_LABEL.test(part) && !isLabel(part));
  return logTail.length === 0 ? {} : { logTail };
}

const IS_LABEL = new RegExp([
  '^\\W{0,12}(?:[A-Z][\\w-]{1,20} ?){1,3}\\W{0,4}: |^\\W{0,8}(?:Error|error):? ?$',
  '\\b(?:service|task) ?\\(|^arn:|[❌✘✔✗╷│]|##\\[|::error',
].join('|'));

/** A message is shorter than a log. */
const MOST_LINES_OF_A_MESSAGE = 40;

/** The end of a task inside of what a person or a program says, with the exit code and the lines of a log that it quotes. */
function ofMention(lines: readonly string[]): TextContent | undefined {
  const written = lines.map(withoutEmphasis).filter(line => line.trim() !== '');
  const index = written.length > MOST_LINES_OF_A_MESSAGE ? -1 : written.findIndex(line => endOfTaskIn(line) !== undefined);
  const stoppedReason = index < 0 ? undefined : endOfTaskIn(written[index]);
  if (stoppedReason === undefined || written.some(isNoMessage)) return undefined;
  // Who writes all on one line quotes the log beside the words of ECS.
  const around = (line: string): readonly string[] => line.split(stoppedReason).filter(part => part.length >= SHORTEST_QUOTE);
  const logTail = withErrorsWhole(written.flatMap((line, place) => place === index ? around(line) : [line]));
  return {
    form: 'a message about a stopped task',
    values: [{ task: { stoppedReason, ...containersIn(lines.join('\n')), ...taskArnIn(written.join('\n')) }, logTail }],
  };
}

/** A shorter piece before or after the words of ECS is a label. */
const SHORTEST_QUOTE = 12;

/** The lines of a log, an error that was wrapped by hand as one of them. */
function withErrorsWhole(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const isRest: boolean = isOpen && isRestOfError(line);
    if (isRest) whole.push(`${whole.pop() ?? ''} ${line.trim()}`);
    else if (isOfLog(line)) whole.push(line);
    isOpen = (isRest || isOfLog(line)) && !ENDS_ERROR.test(line);
  }
  return whole;
}

const isRestOfError = (line: string): boolean => !isOfProgram(line) && /^\s{0,12}[a-z"'(]/.test(line);

const ENDS_ERROR = /[.!?:;)}\]]$/;

/** The end of a task with the exit code of its container, inside of what a person says of a deployment. */
export const endWithExitCode = (lines: readonly string[]): TextContent | undefined =>
  lines.some(line => endOfTaskIn(line) !== undefined) && toldContainer(lines.filter(line => line.trim() !== '')) !== undefined
    ? ofMention(lines)
    : undefined;

/** What says more than that the task ended, or is written in a notation of programs. */
const isNoMessage = (line: string): boolean => /[{}]|OutOfMemory|Cannot(?:Pull|Start)|ResourceInitialization/.test(line);

/** How chats and Markdown emphasize. */
const withoutEmphasis = (line: string): string => line.replace(/[*`]{1,3}/g, '');

/** An exit code by itself, or in what people say, with the lines of a log that they quote. */
function ofExitCode(lines: readonly string[]): TextContent | undefined {
  const written = lines.filter(line => line.trim() !== '');
  if (written.length > MOST_LINES_OF_A_MESSAGE || written.some(isNoMessage)) return undefined;
  const container = toldContainer(written);
  if (container === undefined) return undefined;
  const logTail = written.map(withoutEmphasis).filter(isOfLog);
  return {
    form: 'the exit code of a container',
    values: [{ task: { containers: [container], ...taskArnIn(written.join('\n')) }, ...logTail.length === 0 ? {} : { logTail } }],
  };
}

/** What a program writes is of its log; so is a line that tells of an error, even where it gives the exit code too. */
const isOfLog = (line: string): boolean =>
  namesError(line) || TELLS_OF_ERROR.test(line)
  || isOfProgram(line) && !givesExitCode(line);

const TELLS_OF_ERROR = new RegExp(String.raw`\b(?:${[
  'error', 'unable', 'cannot', 'can[’\']?t', 'could ?n[o’\']t', 'denied', 'time(?:d )?out', 'refused', 'invalid', 'missing', 'not found',
  'no such', 'not set', 'no space', 'read-only', 'exceeded', 'insufficient', 'unavailable', 'corrupt', 'out of memory', 'unknown',
  'unsupported', 'fail(?:ed|s) (?:for|to)',
].join('|')})\b`, 'i');

/** What ECS says of the task and what it says of its container are one stop, where each stands as often as the other. */
function ofOneTask(reasons: readonly string[], { containers, ...around }: Around): readonly object[] | undefined {
  const [ofTasks, ofContainers] = [reasons.filter(saysNoReason), reasons.filter(isOfContainer)];
  const arePairs = ofTasks.length === ofContainers.length && ofTasks.length * 2 === reasons.length;
  if (!arePairs) return undefined;
  return ofTasks.map((stoppedReason, index) => ({
    task: { ...around, stoppedReason, containers: [{ ...containers?.[0], reason: ofContainers[index] }] },
  }));
}

/** The reasons in words, or the stop codes where no words are given. */
function inWordsOrCodes(reasons: readonly string[]): readonly string[] {
  const inWords = reasons.filter(reason => !isStopCode(reason));
  return inWords.length > 0 ? inWords : reasons;
}

const unquoted = (part: string): string => part.replace(/^["']|["']$/g, '');

function taskArnIn(text: string): Pick<Around, 'taskArn'> {
  const taskArn = /\barn:aws[\w-]{0,12}:ecs:[\w-]{1,30}:\d{12}:task\/[\w/-]{1,300}/.exec(text)?.[0];
  return taskArn === undefined ? {} : { taskArn };
}

const LABELS = /^(?:task overview|last status|desired status|stopped reason|containers|task stopped at)/im;
