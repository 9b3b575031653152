import type { Diagnosis } from '../diagnosis/model/diagnosis';
import { oneLine } from '../evidence/clean/clean-text';

/** The fields in which ECS says how a task stopped. */
type Stop = Pick<Diagnosis, 'lastStatus' | 'stopCode' | 'exitCode' | 'containerReason' | 'stoppedReason'>;

/** A field, its name for a person, and what it says when ECS leaves it out of a task that stopped. */
type Field = readonly [name: string, value: string | null, absence: string];

const [LONGEST, HEAD] = [60, 48];

/** How a task stopped, in the order in which a person asks: each field with its value, or with what its absence says. */
export function stopFields(stop: Stop): readonly string[] {
  const fields = fieldsOf(stop);
  if (fields.every(([, value]) => value === null)) return ['no stopped task was given'];
  if (stop.lastStatus === 'STOPPED') return fields.map(inWords);
  return [...fields.filter(isGiven).map(inWords), ...absent(stop, fields)];
}

const fieldsOf = ({ lastStatus, stopCode, exitCode, containerReason, stoppedReason }: Stop): readonly Field[] => [
  ['last status', lastStatus, ''],
  ['stop code', stopCode, 'ECS gave none'],
  ['exit code', exitCode === null ? null : String(exitCode), stopCode === 'TaskFailedToStart' ? NEVER_STARTED : 'ECS gave none'],
  ['container reason', containerReason, 'ECS gave none'],
  ['stopped reason', stoppedReason, 'ECS gave none'],
];

const NEVER_STARTED = 'the container never started';

const isGiven = ([, value]: Field): boolean => value !== null;

const inWords = ([name, value, absence]: Field): string =>
  value === null ? `no ${name}: ${absence}` : `${name} ${inShort(oneLine(value))}`;

/** The first words of a long reason, which is quoted below; a reason begins with the name of its kind. */
const inShort = (value: string): string =>
  value.length <= LONGEST ? value : `${value.slice(0, Math.max(value.lastIndexOf(' ', HEAD), 0)).trimEnd() || value.slice(0, HEAD)} …`;

/** The console writes the status in small letters, and tells the fields of a task in different places. */
const isOfConsole = (lastStatus: string): boolean => /^[Ss]topped$/.test(lastStatus);

/** Without the status, the source had only a part of the task, and what it lacks says nothing. */
function absent({ lastStatus }: Stop, fields: readonly Field[]): readonly string[] {
  const names = fields.filter(field => !isGiven(field)).map(([name]) => name).join(', ');
  if (names === '') return [];
  return [lastStatus === null || isOfConsole(lastStatus) ? `not given: ${names}` : `no ${names}: the task had not stopped`];
}
