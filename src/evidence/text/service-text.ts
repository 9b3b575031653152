import { containersIn } from './exit-code-in-text';
import { isLogEntry, namesError } from './kind-of-text';
import { holdsServiceEvent, serviceEventIn } from './service-event';
import { ofStop } from './stop-text';
import { isStopReason, withoutLabel } from './stop-words';
import { partsOfRow, rowsOfTable } from './table';
import { targetsIn } from './target-rows';
import type { TextContent } from './text-content';
import { tellsOfFailure, tellsOfSteadyState } from '../../aws/service-message';

/** The events of a service, in a table or one a line, with what else the text shows of the same failure. */
export function ofService(lines: readonly string[]): TextContent | undefined {
  const rows = rowsOfTable(lines);
  const texts = inOrder(rows.length > 0 ? rows.flat() : lines.flatMap(partsOfRow));
  const events = texts.flatMap(serviceEventIn);
  if (events.length === 0) return undefined;
  const form = rows.length > 0 ? 'a table of service events' : 'events of a service';
  const well = wellService(events);
  if (well !== undefined) return { form, values: [well] };
  const { same, others } = reasonsBeside(events, texts);
  const besides = rows.length > 0 ? {} : besidesEvents(lines);
  return { form, values: [{ serviceEvents: [...events, ...same.map(withoutLabel)], ...besides }, ...others.flatMap(stopsIn)] };
}

const TIME = /^\W{0,3}(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|\d\d:\d\d:\d\d)/;

/** Newest first, as the console and the API list events; who copies a log of them has the newest last. */
function inOrder(texts: readonly string[]): readonly string[] {
  const times = texts.filter(holdsServiceEvent).map(text => TIME.exec(text)?.[1]);
  const [first, last] = [times[0], times.at(-1)];
  return first !== undefined && last !== undefined && first < last ? [...texts].reverse() : texts;
}

/** A service of which no event tells of a failure, and one that it has what it should have. */
function wellService(events: readonly string[]): unknown {
  const serviceName = /\bservice ([\w-]{1,255})/.exec(events[0])?.[1];
  const isWell = serviceName !== undefined && events.some(tellsOfSteadyState) && !events.some(tellsOfFailure);
  return isWell ? { serviceName, events: events.map(message => ({ message })) } : undefined;
}

interface Reasons {
  readonly same: readonly string[];
  readonly others: readonly string[];
}

/** An event that says why a task was not placed or not healthy has its reason; another reason beside it is another stop. */
function reasonsBeside(events: readonly string[], texts: readonly string[]): Reasons {
  const isRepeated = (reason: string): boolean => events.some(event => event.includes(withoutLabel(reason).slice(0, TELLING)));
  const reasons = texts.filter(text => isStopReason(text) && !holdsServiceEvent(text) && !isRepeated(text));
  return events.some(event => SAYS_WHY.test(event)) ? { same: [], others: reasons } : { same: reasons, others: [] };
}

/** So much of a reason tells it from others. */
const TELLING = 60;

const SAYS_WHY = /unable to place a task|is unhealthy|health checks/i;

const stopsIn = (reason: string): readonly unknown[] => ofStop([reason])?.values ?? [];

/** The lines of a log, the targets, and the exit code beside events. */
function besidesEvents(lines: readonly string[]): object {
  const others = lines.filter(line => !holdsServiceEvent(line) && !isStopReason(line.trim()));
  const logTail = others.filter(line => line.trim().length > LONGEST_LEVEL && isOfLog(line));
  const targetHealth = targetsIn(others);
  const { containers } = containersIn(others.join('\n'));
  return {
    ...logTail.length === 0 ? {} : { logTail },
    ...targetHealth.length === 0 ? {} : { targetGroup: { targetHealth } },
    ...containers === undefined ? {} : { task: { containers } },
  };
}

/** A level by itself is a heading. */
const LONGEST_LEVEL = 10;

const isOfLog = (line: string): boolean => (isLogEntry(line) || namesError(line)) && !OF_A_TOOL.test(line);

/** What a tool that deploys writes, and what ECS says in other words. */
const OF_A_TOOL = new RegExp([
  '^\\W{0,12}Error: (?:The stack|Resource is|Process completed|waiting for|(?:creat|updat|delet|read)ing |\\d{1,4} errors? )',
  '^\\W{0,12}Error: (?:deployment|aws_|update failed|execution halted)|[❌✘✔✗╷│]|##\\[|::error',
  '_(?:FAILED|COMPLETE|IN_PROGRESS)\\b|Resource handler returned|HandlerErrorCode',
  'An error occurred \\(|\\b(?:service|task|deployment|target-group) ?\\(|\\((?:service|task|deployment)\\b',
  '\\bStopCode\\b|\\bTaskFailedToStart',
].join('|'), 'i');
