import type { Content, Form } from './form';
import { isObject, type JsonObject, text } from '../../model/json-fields';
import { NO_TASK } from '../../model/partial-evidence';
import { messagesIn } from '../messages-in';

/** What get-log-events and filter-log-events answer, or the events of a service by a query. */
export const logEvents: Form = {
  name: 'events of a log or of a service',
  recognizes: ({ events }) => Array.isArray(events) && events.length > 0 && messagesIn(events).length > 0,
  read: ({ events }) => fromMessages(messagesIn(events)),
};

/** What get-query-results of CloudWatch Logs Insights answers. */
export const queryResults: Form = {
  name: 'the output of get-query-results',
  recognizes: ({ results, status }) => Array.isArray(results) && typeof status === 'string',
  read: ({ results }) => fromMessages((results as readonly unknown[]).flatMap(messageOfRow)),
};

/** Messages that name their service are its events, newest first; all others are lines of a log, oldest first. */
export function fromMessages(messages: readonly string[]): Pick<Content, 'findings'> {
  const ofService = messages.filter(isOfService);
  const lines = messages.filter(message => !isOfService(message)).flatMap(message => message.split('\n'));
  return { findings: [{ task: NO_TASK, serviceEvents: ofService, logTail: lines }] };
}

/** How every message of a service begins, in its live, printed and console forms. */
const isOfService = (message: string): boolean => OF_SERVICE.test(message);

const OF_SERVICE = new RegExp([
  String.raw`^\W{0,3}(?:\(service [^)\s]{1,255}`,
  String.raw`|service \(?[^\s()]{1,255}\)? (?:\((?:port|instance|task) [^()]{1,120}\) ){0,3}(?:was|has|is|failed|deployment|rolling))`,
].join(''), 'i');

function messageOfRow(row: unknown): readonly string[] {
  const fields = Array.isArray(row) ? row.filter(isObject) : [];
  const named = (name: string): JsonObject | undefined => fields.find(({ field }) => field === name);
  const message = text(named('@message')?.value) ?? text(named('message')?.value);
  return message === undefined ? [] : [message.trimEnd()];
}
