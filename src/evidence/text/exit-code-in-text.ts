import { isLogEntry, isOfProgram } from './kind-of-text';
import { namesInProse } from './names-in-prose';

/** What a text tells of the container that ended. */
export interface ToldContainer {
  readonly name?: string;
  readonly exitCode: number;
}

/** The exit code that a cell or a field begins with; undefined for any other value. */
export function exitCodeOf(value = ''): number | undefined {
  const [code] = /^\d{1,3}\b/.exec(value) ?? [];
  return code === undefined ? undefined : Number(code);
}

const HIGHEST = 255;
const NO_DURATION = '(?! (?:second|minute|hour|day|time|task|container)s?\\b| ?(?:s|ms|m|h)\\b)';

/**
 * `exit code 1`, `Exit Code: 1`, `exited with code 1`, `(exit 1)`, `died with code 1`; no `exited 5 minutes ago`, no `exit code 1,5`.
 *
 * `failed to … : exit status 1` at the end of a reason is of a command of ECS.
 */
const EXIT_CODE = new RegExp([
  '\\b(?!(?<=: )exit status)(?:exit(?:ed|s|ing)?(?: with)?(?: (?:an? |the )?)?[_-]?\\(?',
  '(?:non-?zero )?(?:(?:exit|status)[ -]?)?(?:code|status)?',
  '|c[oó]digo de salida',
  '|(?:died|dies|stop(?:ped|s)|terminated|crash(?:ed|es)|killed|quit|(?:task|container) (?:fail(?:s|ed)|finished|ended))',
  ' with (?:exit )?(?:code|status))',
  '(?: (?:was|is|of|ist|war|es|fue))?\\W{1,6}(\\d{1,3})\\b(?![.,]\\d)',
  NO_DURATION,
].join(''), 'gi');

/** The container of which a text gives an exit code first, with its name where it is the only one named. */
export function containersIn(text: string): { readonly containers?: readonly ToldContainer[] } {
  const [exitCode] = exitCodesIn(text);
  return exitCode === undefined ? {} : { containers: [{ ...nameIn(text), exitCode }] };
}

function nameIn(text: string): { readonly name?: string } {
  const [name, ...others] = namesInProse(text, 'container');
  return name === undefined || others.length > 0 ? {} : { name };
}

/** Whether a line gives an exit code. */
export const givesExitCode = (line: string): boolean => exitCodesIn(line).length > 0;

const exitCodesIn = (text: string): readonly number[] =>
  [...text.matchAll(EXIT_CODE)].map(([, code]) => Number(code)).filter(code => code <= HIGHEST);

/** More lines than this are a log, unless they speak of tasks and containers. */
const MOST_LINES_OF_A_SENTENCE = 3;

/** The container whose exit code people tell in a message; undefined where the code is of another program, or one of several. */
export function toldContainer(lines: readonly string[]): ToldContainer | undefined {
  const told = lines.map((line, index) => [line, LABEL_ALONE.test(line) ? `${line} ${lines[index + 1] ?? ''}` : line])
    .filter(([line, whole]) => givesExitCode(whole) && !isLogEntry(line) && !OF_ANOTHER_PROGRAM.test(line));
  const codes = new Set(told.flatMap(([, whole]) => exitCodesIn(whole)));
  const isOfContainer = lines.length <= MOST_LINES_OF_A_SENTENCE || told.some(([line]) => OF_A_CONTAINER.test(line) || !isLog(lines));
  if (codes.size !== 1 || !isOfContainer) return undefined;
  return { ...nameIn(lines.join('\n')), ...nameIn(told.map(([line]) => line).join('\n')), exitCode: [...codes][0] };
}

const LABEL_ALONE = /^\s{0,8}exit[ _-]?code\W{0,3}$/i;

const OF_A_CONTAINER = /\b(?:tasks?|containers?|essential|ecs|fargate)\b|^\W{0,10}exit[ _-]?code\b/i;

/** Programs of builds and of operating systems, whose exit codes are not those of a container. */
const OF_ANOTHER_PROGRAM = new RegExp(String.raw`(?<![\w-])(?:${[
  'process completed', 'job', 'step', 'command', 'script', 'build', 'tests?', 'lint', 'npm', 'yarn', 'pnpm', 'make', 'terraform', 'cdk',
  'worker', 'child', 'pid', 'plugin', 'hook', 'action', 'workflow', 'pipeline', 'runner', 'subprocess', 'thread',
].join('|')})(?![\w-])`, 'i');

/** Whether programs wrote more of the lines than people. */
const isLog = (lines: readonly string[]): boolean => lines.filter(isOfProgram).length * 2 > lines.length;
