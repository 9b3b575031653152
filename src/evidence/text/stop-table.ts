import { tasksOfPage } from './console-page';
import { exitCodeOf } from './exit-code-in-text';
import { isNothing, rowsOfTable } from './table';
import type { TextContent } from './text-content';

type Field =
  'cluster' | 'service' | 'task' | 'region' | 'stoppedReason' | 'stopCode' | 'lastStatus' | 'container' | 'containerReason' | 'exitCode'
  | 'healthStatus' | 'image';

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
  ['status reason', 'containerReason'],
  ['exit code', 'exitCode'],
  ['health status', 'healthStatus'],
  ['image', 'image'],
  ['image uri', 'image'],
]);

/** Tables of other things have these too, such as tables of targets. */
const OF_ANYTHING: readonly Field[] = ['healthStatus', 'image'];

/** A table of containers has none of these, which each task has once. */
const OF_A_TASK: readonly Field[] = ['cluster', 'service', 'task', 'stoppedReason', 'stopCode', 'lastStatus'];

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
  const cells = body.map(row => cellsOf(fields, row.map(plain))).filter(tellsOfStop);
  if (cells.length === 0) return undefined;
  if (areOfOneTask(fields, cells)) return { form: 'a table of containers', values: [oneTask(cells, lines)] };
  return { form: 'a table of stopped tasks', values: cells.map(stopOf) };
}

/** Containers of different names, of which nothing says that they are of several tasks. */
function areOfOneTask(fields: readonly (Field | undefined)[], rows: readonly Cells[]): boolean {
  const names = new Set(rows.flatMap(cells => cells.get('container') ?? []));
  return names.size === rows.length && !fields.some(field => field !== undefined && OF_A_TASK.includes(field));
}

/** The console has the table of the containers below what it says of their task. */
function oneTask(rows: readonly Cells[], lines: readonly string[]): unknown {
  const head = lines.findIndex(line => rows.some(cells => line.includes(String(cells.get('container')))));
  const [page, ...others] = tasksOfPage(lines.slice(0, Math.max(head - 1, 0))) ?? [];
  return { task: { ...others.length === 0 ? page?.fields : {}, containers: rows.flatMap(containersOf) } };
}

/** A log may have millions of lines, of which few could be the names of columns. */
function rowsOfColumns(lines: readonly string[]): readonly (readonly string[])[] {
  const head = lines.findIndex(line => /reason|code/i.test(line) && namesStop(fieldsOf(columnsOf(line))));
  if (head < 0) return [];
  // Where every column has a name, a tab more is an empty cell.
  const isTabbed = /\t/.test(lines[head]) && !/\t\s*\t/.test(lines[head]);
  return lines.slice(head).map(line => isTabbed ? line.split('\t').map(cell => cell.trim()) : columnsOf(line));
}

const columnsOf = (line: string): readonly string[] => line.trim().split(/\t+| {2,}/);

const fieldsOf = (row: readonly string[]): readonly (Field | undefined)[] =>
  row.map(cell => NAMES.get(plain(cell).replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace(/[_-]/g, ' ').toLowerCase()));

function namesStop(fields: readonly (Field | undefined)[]): boolean {
  const known = fields.filter(field => field !== undefined).filter(field => !OF_ANYTHING.includes(field));
  return known.length > 1 && known.some(field => OF_A_STOP.includes(field));
}

const isRule = (cell: string): boolean => /^:?-{1,400}:?$/.test(cell);

/** Without the emphasis of Markdown and chats. */
const plain = (cell: string): string => cell.replace(/^[*`_]{1,3}|[*`_]{1,3}$/g, '').trim();

type Cells = ReadonlyMap<Field, string>;

const cellsOf = (fields: readonly (Field | undefined)[], row: readonly string[]): Cells =>
  new Map(fields.flatMap((field, column) => field === undefined || isNothing(row[column]) ? [] : [[field, row[column]]]));

const tellsOfStop = (cells: Cells): boolean => OF_A_STOP.some(field => cells.has(field));

function stopOf(cells: Cells): unknown {
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

function containersOf(cells: Cells): readonly unknown[] {
  const [name, reason] = (['container', 'containerReason'] as const).map(field => cells.get(field));
  const exitCode = exitCodeOf(cells.get('exitCode'));
  if ((name ?? reason ?? exitCode) === undefined) return [];
  const healthStatus = cells.get('healthStatus')?.toUpperCase();
  return [{ name, reason, exitCode, image: cells.get('image'), healthStatus }];
}
