import { isOfContainer, isStopCode, isStopReason, saysNoReason, withoutLabel } from './stop-words';
import { partsOfRow } from './table';
import type { TextContent } from './text-content';

interface Around {
  readonly stopCode?: string;
  readonly taskArn?: string;
  readonly containers?: readonly { readonly exitCode: number }[];
}

/** What is told of a stopped task: its page or its reason, or an exit code alone. */
export const ofStop = (lines: readonly string[]): TextContent | undefined => ofReason(lines) ?? ofExitCode(lines);

/** The page of a task in the console, or a reason by itself; lines that follow belong to it while they are no labels. */
function ofReason(lines: readonly string[]): TextContent | undefined {
  const parts = lines.flatMap(partsOfRow);
  const reasons = inWordsOrCodes(parts.filter(isStopReason).map(withoutLabel));
  if (reasons.length === 0) return undefined;
  const text = lines.join('\n');
  const stopCode = reasons.some(isStopCode) ? undefined : parts.map(unquoted).find(isStopCode);
  const around = { ...containersIn(text), ...stopCode === undefined ? {} : { stopCode }, ...taskArnIn(text) };
  return {
    form: lines.length > 2 && LABELS.test(text) ? 'a page of the console' : 'the reason of a stopped task',
    values: ofOneTask(reasons, around) ?? [...new Set(reasons)].map(stoppedReason => ({ task: { ...around, stoppedReason } })),
  };
}

/** An exit code by itself, as people remember it. */
function ofExitCode(lines: readonly string[]): TextContent | undefined {
  const [first = '', ...others] = lines.filter(line => line.trim() !== '');
  const exitCode = others.length > 0 ? undefined : EXIT_CODE.exec(first)?.[1];
  if (exitCode === undefined) return undefined;
  return { form: 'the exit code of a container', values: [{ task: { containers: [{ exitCode: Number(exitCode) }] } }] };
}

const EXIT_CODE = new RegExp(
  String.raw`^\s{0,8}(?:(?:the )?(?:container|task|process|it) )?exit(?:ed|s)?(?: with)?`
  + String.raw`[ :=]{0,3}(?:code|status)?[ :=]{0,3}(\d{1,3})\W{0,2}$`, 'i',
);

/** What ECS says of the task and what it says of its container are one stop, where each stands as often as the other. */
function ofOneTask(reasons: readonly string[], { containers, ...around }: Around): readonly unknown[] | undefined {
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

function containersIn(text: string): Pick<Around, 'containers'> {
  const exitCode = /\bexit ?code\W{1,4}(\d{1,3})\b/i.exec(text)?.[1];
  return exitCode === undefined ? {} : { containers: [{ exitCode: Number(exitCode) }] };
}

function taskArnIn(text: string): Pick<Around, 'taskArn'> {
  const taskArn = /\barn:aws[\w-]{0,12}:ecs:[\w-]{1,30}:\d{12}:task\/[\w/-]{1,300}/.exec(text)?.[0];
  return taskArn === undefined ? {} : { taskArn };
}

const LABELS = /^(?:task overview|last status|desired status|stopped reason|containers|task stopped at)/im;
