import { createHash, randomUUID } from 'node:crypto';
import type { ApiRequest, Refusal } from './wire-protocols';

type Result = Readonly<Record<string, unknown>>;

/** What the analyzer may ask for. Each checks its input as its service would and answers, or throws, as the service would. */
export const OPERATIONS: Readonly<Record<string, (input: ApiRequest['input']) => Result>> = {
  'sns:Publish': ({ TopicArn, Message, Subject, MessageStructure }) => {
    check(/^arn:aws:sns:/.test(text(TopicArn)), 'InvalidParameter', 'Invalid parameter: TopicArn');
    check(text(Message) !== '', 'InvalidParameter', 'Invalid parameter: Empty message');
    check(Buffer.byteLength(text(Message)) <= 262_144, 'InvalidParameter', 'Invalid parameter: Message too long');
    check(Subject === undefined || /^[\x21-\x7e][\x20-\x7e]{0,99}$/.test(text(Subject)), 'InvalidParameter', 'Invalid parameter: Subject');
    check(MessageStructure !== 'json' || hasDefault(text(Message)), 'InvalidParameter', 'Invalid parameter: Message Structure - No default entry in JSON message body');
    return { MessageId: randomUUID() };
  },
  'sqs:SendMessage': ({ QueueUrl, MessageBody, MessageAttributes }) => {
    check(/^https?:/.test(text(QueueUrl)), 'AWS.SimpleQueueService.NonExistentQueue', 'The specified queue does not exist.');
    check(text(MessageBody) !== '', 'MissingParameter', 'The request must contain the parameter MessageBody.');
    for (const attribute of Object.values((MessageAttributes ?? {}) as Record<string, { readonly StringValue?: string }>)) {
      check(Boolean(attribute.StringValue), 'InvalidParameterValue', 'Message (user) attribute must contain a non-empty value.');
      check(!NOT_IN_XML.test(text(attribute.StringValue)), 'InvalidParameterValue', 'Invalid characters found in the message attribute.');
    }
    return { MessageId: randomUUID(), MD5OfMessageBody: createHash('md5').update(text(MessageBody)).digest('hex') };
  },
  'sqs:ReceiveMessage': () => ({}),
  'sqs:DeleteMessage': ({ ReceiptHandle }) => {
    check(text(ReceiptHandle) !== '', 'MissingParameter', 'The request must contain the parameter ReceiptHandle.');
    return {};
  },
  'events:PutEvents': ({ Entries }) => {
    check(Array.isArray(Entries) && Entries.length > 0 && Entries.length <= 10, 'ValidationException', 'Entries must have 1 to 10 items.');
    const bytes = (Entries as readonly Result[]).reduce((sum, { Detail }) => sum + Buffer.byteLength(text(Detail)), 0);
    check(bytes <= 262_144, 'ValidationException', 'Total size of the entries in the request is over the limit.');
    const entries = (Entries as readonly Result[]).map(({ Source, DetailType, Detail }) =>
      Source && DetailType && isJson(text(Detail)) ? { EventId: randomUUID() } : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' });
    return { Entries: entries, FailedEntryCount: entries.filter(entry => 'ErrorCode' in entry).length };
  },
  'ssm:GetParametersByPath': ({ Path }) => {
    check(/^\/[\w.-]+(?:\/[\w.-]+)*$/.test(text(Path)), 'ValidationException', 'The parameter doesn\'t meet the parameter name requirements.');
    return { Parameters: [] };
  },
};

/** What SQS takes nowhere, because XML has no place for it. */
const NOT_IN_XML = /[\x00-\x08\x0b\x0c\x0e-\x1f\p{Cs}\ufffe\uffff]/u;

/** What an operation throws to be answered with a refusal. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

function check(holds: boolean, code: string, message: string): void {
  if (!holds) throw new Refused({ status: 400, code, message });
}

const text = (value: unknown): string => typeof value === 'string' ? value : '';

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

const hasDefault = (message: string): boolean => isJson(message) && typeof (JSON.parse(message) as { readonly default?: unknown }).default === 'string';
