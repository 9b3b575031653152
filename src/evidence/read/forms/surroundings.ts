import type { Content, Form } from './form';
import { TELL_TOGETHER, TELLS } from './what-answers-tell';
import { isObject, type JsonObject, objects, text } from '../../model/json-fields';

/** The answer of a command that shows what surrounds a stop. */
export const surroundings: Form = {
  name: 'output about the resources around a stop',
  recognizes: value =>
    'privateDnsEnabled' in value || 'vpcEndpointId' in value
    || !SAYS_MORE.some(field => field in value) && whatItTells(value) !== undefined,
  read: value => ({ noted: [whatItTells(value) ?? ''] }),
};

/** Fields of what stops, which another form reads. */
const SAYS_MORE = [
  'containers', 'deployment', 'detail', 'detailType', 'event', 'events', 'exitCode', 'lastStatus', 'logTail', 'rolloutState', 'service',
  'serviceArn', 'serviceEvents', 'serviceName', 'stopCode', 'stoppedReason', 'targetHealthDescriptions', 'task', 'tasks',
];

const whatItTells = (value: JsonObject): string | undefined => byOneField(value) ?? byAllFields(value);

function byOneField(value: JsonObject): string | undefined {
  const field = Object.keys(value).find(name => Object.hasOwn(TELLS, name));
  return field === undefined ? undefined : TELLS[field];
}

function byAllFields(value: JsonObject): string | undefined {
  const names = Object.keys(value).sort().join();
  return TELL_TOGETHER.find(([fields]) => [...fields].sort().join() === names)?.[1];
}

/** What lookup-events of CloudTrail answers: who called what. */
export const trail: Form = {
  name: 'the output of lookup-events',
  recognizes: ({ events }) => objects(events).some(event => 'eventName' in event && 'cloudTrailEvent' in event),
  read: ({ events }) => ({ noted: objects(events).slice(0, MOST_CALLS).map(inWords) }),
};

const MOST_CALLS = 3;

const inWords = ({ eventName, username, eventTime }: JsonObject): string =>
  [`${String(eventName)} was called`, text(username) && `by ${String(username)}`, text(eventTime) && `at ${String(eventTime)}`]
    .filter(Boolean).join(' ');

/** What describe-events of AWS Health answers. */
export const healthEvents: Form = {
  name: 'the output of describe-events',
  recognizes: ({ events }) => objects(events).some(event => 'eventTypeCode' in event),
  read: ({ events }) => ({
    noted: objects(events).slice(0, MOST_CALLS)
      .map(({ eventTypeCode, statusCode }) => `AWS Health reports ${String(eventTypeCode)} (${String(statusCode)})`),
  }),
};

/** Values without their names, as a query gives them: ARNs, ids, numbers and policies, but no words of a person or a program. */
export function valuesAlone(list: readonly unknown[]): Partial<Content> | undefined {
  const leaves = list.flat(3);
  if (leaves.some(isObject)) return undefined;
  if (leaves.length === 0) return { noted: ['empty output: none of these settings exist'] };
  return leaves.every(isMachineWord) ? { noted: ['values without their names'] } : undefined;
}

const isMachineWord = (leaf: unknown): boolean => typeof leaf === 'number' || typeof leaf === 'boolean' || leaf === null
  || typeof leaf === 'string' && MACHINE_WORD.test(leaf);

const MACHINE_WORD = /^(?:arn:\S+|s3:\/\/\S+|[a-z]{1,12}-[0-9a-f]{8,17}|\d{12}|\{"\w[^\n]*\})$/;
