import { isOfContainer, isStopReason, withoutLabel } from './stop-words';
import { isNothing } from './table';

type TaskField = 'taskArn' | 'lastStatus' | 'stopCode' | 'stoppedReason';
type ContainerField = 'name' | 'exitCode' | 'reason';

/** What the console and people call the fields of a task. */
const OF_TASK: ReadonlyMap<string, TaskField> = new Map<string, TaskField>([
  ['arn', 'taskArn'],
  ['task arn', 'taskArn'],
  ['last status', 'lastStatus'],
  ['stop code', 'stopCode'],
  ['stopped reason', 'stoppedReason'],
  ['stop reason', 'stoppedReason'],
  ['task stopped reason', 'stoppedReason'],
]);

const OF_CONTAINER: ReadonlyMap<string, ContainerField> = new Map<string, ContainerField>([
  ['container name', 'name'],
  ['container details', 'name'],
  ['exit code', 'exitCode'],
  ['status reason', 'reason'],
  ['container reason', 'reason'],
]);

/** Labels whose values tell nothing of a stop. */
const OTHERS = new Set([
  'task overview', 'configuration', 'containers', 'desired status', 'health status', 'status', 'image uri', 'task definition',
  'launch type', 'started/created at', 'created at', 'started at', 'stopped at', 'task stopped at', 'container runtime id', 'essential',
]);

type Container = { [field in ContainerField]?: string };

/** The task of a page, as far as it has been read. */
export interface TaskOfPage {
  readonly fields: { [field in TaskField]?: string };
  readonly containers: Container[];
}

interface Entry {
  readonly label: string;
  readonly value: string;
  /** Whether the label has a line, or a cell, of its own. */
  readonly isApart: boolean;
}

/**
 * The tasks of a page of the console, on which labels stand before their values or above them; undefined where it is no such page. Other
 * tools write exit codes too.
 */
export function tasksOfPage(lines: readonly string[]): readonly TaskOfPage[] | undefined {
  const parts = lines.flatMap(line => line.split(/\t+| {2,}/)).map(part => part.trim()).filter(part => part !== '');
  const entries = entriesIn(parts);
  if (!entries.some(({ isApart }) => isApart) || entries.every(({ label }) => label === 'exit code')) return undefined;
  const tasks = tasksIn(entries);
  const reasons = parts.filter(isStopReason).map(withoutLabel);
  if (tasks.length === 1) addReasons(tasks[0], reasons);
  const told = new Set(tasks.flatMap(reasonsOf));
  return reasons.every(reason => told.has(reason)) && tasks.every(tellsOfStop) ? tasks : undefined;
}

const reasonsOf = ({ fields, containers }: TaskOfPage): readonly (string | undefined)[] =>
  [fields.stoppedReason, fields.stopCode, ...containers.map(({ reason }) => reason)];

/** The console repeats the reason above the page, where it has no label. */
function addReasons({ fields, containers }: TaskOfPage, reasons: readonly string[]): void {
  fields.stoppedReason ??= reasons.find(reason => !isOfContainer(reason));
  const reason = reasons.find(isOfContainer);
  if (reason === undefined || containers.some(container => container.reason !== undefined)) return;
  if (containers.length === 0) containers.push({});
  const ofMemory = containers.find(({ exitCode }) => exitCode === '137') ?? containers[0];
  ofMemory.reason = reason;
}

const tellsOfStop = ({ fields, containers }: TaskOfPage): boolean =>
  fields.stoppedReason !== undefined || fields.stopCode !== undefined
  || containers.some(({ exitCode, reason }) => exitCode !== undefined || reason !== undefined);

const entriesIn = (parts: readonly string[]): readonly Entry[] =>
  parts.flatMap((part, index) => entryIn(part, parts.slice(index + 1)) ?? []);

function entryIn(part: string, [next = '']: readonly string[]): Entry | undefined {
  const match = LABEL.exec(part);
  if (match === null || !isOfStop(match[1].toLowerCase())) return undefined;
  const entry = match[2] ? { value: match[2], isApart: false } : { value: isLabel(next) ? '' : next, isApart: true };
  return isNothing(entry.value) ? undefined : { ...entry, label: match[1].toLowerCase() };
}

/** An ARN is no label, though it begins like one. */
const LABEL = /^([A-Za-z][A-Za-z/ ]{1,30}?) ?(?:\(\d{1,3}\))?(?:[:=] ?(?!aws)([^]*))?$/;

const isOfStop = (label: string): boolean => OF_TASK.has(label) || OF_CONTAINER.has(label);

/** Whether a part of a page is nothing but the label of a value. */
export const isLabel = (part: string): boolean => {
  const label = part.replace(/ ?(?:\(\d{1,3}\))?:?$/, '').toLowerCase();
  return isOfStop(label) || OTHERS.has(label);
};

/** A field of another value begins another task, or another container. */
function tasksIn(entries: readonly Entry[]): readonly TaskOfPage[] {
  const tasks: TaskOfPage[] = [{ fields: {}, containers: [] }];
  for (const { label, value } of entries) {
    const [ofTask, ofContainer] = [OF_TASK.get(label), OF_CONTAINER.get(label)];
    if (ofTask !== undefined) addToTask(tasks, ofTask, value);
    else if (ofContainer !== undefined) addToContainer(tasks[tasks.length - 1].containers, ofContainer, value);
  }
  return tasks;
}

function addToTask(tasks: TaskOfPage[], field: TaskField, value: string): void {
  const before = tasks[tasks.length - 1].fields[field];
  if (before !== undefined && before !== value) tasks.push({ fields: {}, containers: [] });
  tasks[tasks.length - 1].fields[field] = value;
}

function addToContainer(containers: Container[], field: ContainerField, value: string): void {
  const last = containers[containers.length - 1] as Container | undefined;
  if (last === undefined || last[field] !== undefined && last[field] !== value) containers.push({ [field]: value });
  else last[field] = value;
}
