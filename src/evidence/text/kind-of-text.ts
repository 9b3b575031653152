import { refusedOperation } from './refused-operation';

const TIME_FIRST = String.raw`^\W{0,3}\d{4}[-/]\d\d[-/]\d\d[T ,]|^\W{0,3}\d\d[:/]\d\d[:/]\d\d|^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d`;
const LEVEL = String.raw`\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|ERR|FATAL|CRITICAL|PANIC|SEVERE)\b`;
const FIELDS = String.raw`\b(?:level|lvl|severity|msg|err)["']?[=:]|^\s{0,8}\{".{0,4000}\}$`;

/** The code of an error of AWS before its message, as SDKs print it: at least three words written as one. */
const CODE_OF_AWS = String.raw`^(?:[A-Z][a-z]{1,20}){3,8}: \S`;

const SOURCES = 'c|cc|clj|cpp|cs|dart|erl|exs?|go|hs|java|jl|js|kt|lua|m?js|ml|nim|php|pl|py|rb|rs|scala|sh|swift|tsx?|zig';

/** Signs of what programs write, where the case of the letters tells. */
const WRITTEN_BY_A_PROGRAM = new RegExp([
  TIME_FIRST,
  LEVEL,
  CODE_OF_AWS,
  String.raw`(?:Error|Exception)\b[:(]|^\S{0,60}(?:Error|Exception)$|^(?:Killed|Terminated|Aborted)$`,
  String.raw`\b${refusedOperation(String.raw`\w{1,80}`)}\b`,
  String.raw`\bSIG[A-Z]{3,5}\b|\bE[A-Z]{5,14}\b|\b(?:GET|POST|PUT|HEAD|DELETE) \/`,
  // The place of a fault in a source file.
  String.raw`\b[\w-]{1,80}\.(?:${SOURCES}):\d{1,6}\b`,
].join('|'), 'm');

/** The same, whatever the case: stack frames, programs that name themselves first, fields, exit codes. */
const WRITTEN_BY_A_TOOL = new RegExp([
  String.raw`^\s{0,20}(?:at \S{1,200}[:(]|File "[^"]{1,200}", line \d|goroutine \d|Traceback \()`,
  String.raw`\bpanicked at\b|^thread \S{1,40} panic:`,
  String.raw`^(?:error|fatal|panic|warning|exec|sh|bash|ash|node|java|python3?|nginx|npm err!|standard_init\S{0,20}|\/[\w./-]{1,200})`
  + String.raw`\W{0,2}: ?\S`,
  String.raw`^\w{2,20}:(?:warn|error|err)\b|^(?:Slogan|Crash dump)\b.{0,40}: ?\S|\bKernel pid terminated\b|\binit terminating in do_boot\b`,
  FIELDS,
  String.raw`^exec \S{1,200}: \S`,
  String.raw`\bexit(?:ed)?(?: with)?(?: an?)? ?(?:code|status)\b`,
].join('|'), 'im');

/** Headings and lists of Markdown, numbered lists, and whole sentences. */
const DOCUMENT = /^(?:#{1,6} \S|\s{0,8}[-*•] \S|\s{0,4}\d{1,2}\. \S|[A-Z](?:[^\s.]{1,40} ){5,60}[^\s.]{1,40}\.(?:\s|$))/m;

const SPEAKS_OF_A_FAULT = new RegExp(String.raw`\b(?:${[
  'fail', 'unable', 'cannot', 'can[’\']?t', 'could ?n', 'not ', 'denied', 'time(?:d )?out', 'stop', 'exit', 'kill', 'refus',
  'invalid', 'missing', 'expired', 'panic', 'exception',
  'error', 'unhealthy', 'crash', 'abort', 'unavailable', 'exceed', 'insufficient', 'no ', 'unknown', 'bad', 'lost', 'corrupt',
].join('|')})`, 'i');

/** So much of both ends tells what a text is. */
const ENOUGH = 64 * 1024;

/** Whether a line is one that a program writes, such as a line of a log or of a stack trace. */
export const isOfProgram = (line: string): boolean => WRITTEN_BY_A_PROGRAM.test(line) || WRITTEN_BY_A_TOOL.test(line);

/** Whether a line is an entry of a log: it has a time, a level or fields. */
export const isLogEntry = (line: string): boolean => LOG_ENTRY.test(line);

/** Whether a line names an error as programs do. */
export const namesError = (line: string): boolean => NAMES_ERROR.test(line);

const NAMES_ERROR = /(?:Error|Exception)\b[:(]|\bE[A-Z]{5,14}\b|\bOOM/;

const LOG_ENTRY = new RegExp([TIME_FIRST, LEVEL, FIELDS].join('|'), 'm');

/** What a text that no form fits may be: a log, or a document that people wrote. */
export function kindOfText(lines: readonly string[]): 'log' | 'document' {
  const whole = lines.join('\n');
  const text = whole.length <= 2 * ENOUGH ? whole : `${whole.slice(0, ENOUGH)}\n${whole.slice(-ENOUGH)}`;
  if (WRITTEN_BY_A_PROGRAM.test(text) || WRITTEN_BY_A_TOOL.test(text)) return 'log';
  return DOCUMENT.test(text) || !SPEAKS_OF_A_FAULT.test(text) ? 'document' : 'log';
}
