import { rowsOfTable } from './table';
import type { TextContent } from './text-content';

type Field =
  'cluster' | 'service' | 'task' | 'region' | 'stoppedReason' | 'stopCode' | 'lastStatus' | 'container' | 'containerReason' | 'exitCode';

/** What reports and people write above the columns of a table of stopped tasks. */
const NAMES: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['cluster', 'cluster'],
  ['cluster name', 'cluster'],
  ['service', 'service'],
  ['service name', 'service'],
  ['task', 'task'],
  ['task id', 'task'],
  ['task arn', 'task'],
  ['region', 'region'],
  ['reason', 'stoppedReason'],
  ['stop reason', 'stoppedReason'],
  ['stopped reason', 'stoppedReason'],
  ['stop code', 'stopCode'],
  ['last status', 'lastStatus'],
  ['container', 'container'],
  ['container name', 'container'],
  ['container reason', 'containerReason'],
  ['exit code', 'exitCode'],
]);

/** A table without one of these tells of no stop. */
const OF_A_STOP: readonly Field[] = ['stoppedReason', 'stopCode', 'containerReason', 'exitCode'];

/** The stopped tasks of a table whose first row names the fields, as tickets, chats and reports have it. */
export function ofStopTable(lines: readonly string[]): TextContent | undefined {
  const drawn = rowsOfTable(lines);
  const rows = drawn.length > 0 ? drawn : rowsOfColumns(lines);
  const head = rows.findIndex(row => namesStop(fieldsOf(row)));
  if (head < 0) return undefined;
  const fields = fieldsOf(rows[head]);
  const body = rows.slice(head + 1).filter(row => row.length === fields.length && !row.every(isRule));
  const values = body.map(row => stopOf(fields, row.map(plain))).filter(stop => stop !== undefined);
  return values.length === 0 ? undefined : { form: 'a table of stopped tasks', values };
}

/** A log may have millions of lines, of which few could be the names of columns. */
function rowsOfColumns(lines: readonly string[]): readonly (readonly string[])[] {
  const cellsOf = (line: string): readonly string[] => line.trim().split(/\t+| {2,}/);
  const head = lines.findIndex(line => /reason|code/i.test(line) && namesStop(fieldsOf(cellsOf(line))));
  return head < 0 ? [] : lines.slice(head).map(cellsOf);
}

const fieldsOf = (row: readonly string[]): readonly (Field | undefined)[] =>
  row.map(cell => NAMES.get(plain(cell).replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace(/[_-]/g, ' ').toLowerCase()));

function namesStop(fields: readonly (Field | undefined)[]): boolean {
  const known = fields.filter(field => field !== undefined);
  return known.length > 1 && known.some(field => OF_A_STOP.includes(field));
}

const isRule = (cell: string): boolean => /^:?-{1,400}:?$/.test(cell);

/** Without the emphasis of Markdown and chats. */
const plain = (cell: string): string => cell.replace(/^[*`_]{1,3}|[*`_]{1,3}$/g, '').trim();

const isNothing = (cell: string): boolean => /^(?:-|–|n\/a|none|null)?$/i.test(cell);

function stopOf(fields: readonly (Field | undefined)[], row: readonly string[]): unknown {
  const cells = new Map(fields.flatMap((field, column) => field === undefined || isNothing(row[column]) ? [] : [[field, row[column]]]));
  if (!OF_A_STOP.some(field => cells.has(field))) return undefined;
  const service = cells.get('service');
  return {
    region: cells.get('region'),
    task: {
      clusterArn: cells.get('cluster'),
      group: service === undefined ? undefined : `service:${service}`,
      taskArn: cells.get('task'),
      stoppedReason: cells.get('stoppedReason'),
      stopCode: cells.get('stopCode'),
      lastStatus: cells.get('lastStatus'),
      containers: containersOf(cells),
    },
  };
}

function containersOf(cells: ReadonlyMap<Field, string>): readonly unknown[] {
  const [name, reason, exitCode] = (['container', 'containerReason', 'exitCode'] as const).map(field => cells.get(field));
  const [code] = /^\d{1,3}\b/.exec(exitCode ?? '') ?? [];
  return name ?? reason ?? code ? [{ name, reason, exitCode: code === undefined ? undefined : Number(code) }] : [];
}
