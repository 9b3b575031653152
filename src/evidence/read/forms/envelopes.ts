import { inApiSpelling } from './capitalized';
import type { Content, Form } from './form';
import { joined } from './joined';
import { isObject, type JsonObject, objects, text } from '../../model/json-fields';
import { isNestedTooDeeply } from '../../model/nesting';
import { NO_TASK } from '../../model/partial-evidence';

/** A message of SQS, SNS or Lambda with something else as JSON inside it. */
export const message: Form = {
  name: 'a message',
  recognizes: value => bodiesOf(value).length > 0,
  read: (value, place, readInner) =>
    joined(bodiesOf(value).map(([field, body]) => readInner(parsed(body), place === '' ? field : `${place}.${field}`))),
};

/** An error of Step Functions: a failed execution, its history, or the error of one state. */
export const stateError: Form = {
  name: 'an error of Step Functions',
  recognizes: value => causesOf(value).length > 0,
  read: (value, place, readInner) => joined(causesOf(value).map(cause => readCause(cause, place, readInner))),
};

/** A refusal of the API, as an SDK or the AWS CLI has it. */
export const apiError: Form = {
  name: 'an error of the AWS API',
  recognizes: value => refusalIn(value) !== undefined,
  read: value => ({ findings: [{ task: NO_TASK, change: { kind: 'action', eventType: 'ERROR', reason: refusalIn(value) } }] }),
};

type Body = readonly [field: string, body: unknown];

/** The messages of a list of Amazon SQS or of an event of Lambda, or one message. */
function bodiesOf(value: JsonObject): readonly Body[] {
  const records = [...objects(value.messages), ...objects(value.records)].flatMap(bodiesOf);
  return records.length > 0 ? records.map(([field, body], index) => [`[${index}].${field}`, body]) : bodyOf(value);
}

/** The names that Amazon SQS, Amazon SNS, Lambda and Lambda destinations give to what they carry. */
function bodyOf(value: JsonObject): readonly Body[] {
  if (isObject(value.sns)) return [['Sns.Message', value.sns.message]];
  if (value.type === 'Notification' && typeof value.message === 'string') return [['Message', value.message]];
  if (typeof value.body === 'string' && ('receiptHandle' in value || 'messageId' in value)) return [['Body', value.body]];
  return isObject(value.requestPayload) ? [['requestPayload', value.requestPayload]] : [];
}

function causesOf(value: JsonObject): readonly unknown[] {
  if (Array.isArray(value.events)) return objects(value.events).flatMap(ofHistory);
  return 'cause' in value && ('error' in value || 'executionArn' in value) ? [value.cause] : [];
}

/** The history of an execution repeats the cause of a task in that of the execution. */
function ofHistory(event: JsonObject): readonly unknown[] {
  const details = Object.entries(event).find(([field]) => /^task(?:Failed|TimedOut)EventDetails$/.test(field))?.[1];
  return isObject(details) && 'cause' in details ? [details.cause] : [];
}

function readCause(cause: unknown, place: string, readInner: Parameters<Form['read']>[2]): Content {
  const inner = parsed(cause);
  if (isObject(inner)) return readInner(inner, place === '' ? 'Cause' : `${place}.Cause`);
  const findings = [{ task: NO_TASK, change: { kind: 'action', eventType: 'ERROR', reason: text(cause) } } as const];
  return { forms: [], findings, healthy: [], noted: [], unreadable: [] };
}

function refusalIn(value: JsonObject): string | undefined {
  const error = isObject(value.error) ? value.error : value;
  const code = firstText(error, ['code', '__type', 'name', 'errorCode']);
  const words = firstText(error, ['message', 'errorMessage']);
  return code !== undefined && words !== undefined && REFUSAL.test(code) ? `${code}: ${words}` : undefined;
}

const REFUSAL = /(?:Exception|Error|Denied|Failure|NotFound|Throttling)\w{0,40}$/;

const firstText = (value: JsonObject, fields: readonly string[]): string | undefined =>
  fields.map(field => text(value[field])).find(found => found !== undefined);

/** What a text says as JSON, or the text. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    const inner: unknown = JSON.parse(value);
    return isNestedTooDeeply(inner) ? value : inApiSpelling(inner);
  } catch {
    return value;
  }
}
