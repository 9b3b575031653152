import { fitIntoMessage } from './fit-into-message';
import { messageTitle, spanOf } from './incident-words';
import { type Notification, subjectOf } from './notification';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import { renderChatDigest } from '../../report/render-chat-digest';

/** Several messages in one: the diagnoses for programs, a list for people. */
export const digestOf = (messages: readonly Diagnosis[]): Notification => ({
  Subject: subjectOf(digestTitle(messages)),
  Message: fitIntoMessage(messages, short => JSON.stringify({
    default: JSON.stringify({ schemaVersion: '2', digest: short }),
    email: readable(short),
    sms: digestTitle(short),
  })),
  MessageStructure: 'json',
});

/** The same list for a chat. */
export const chatDigestOf = (messages: readonly Diagnosis[]): string =>
  fitIntoMessage(messages, short => JSON.stringify(renderChatDigest(digestTitle(short), short.map(messageTitle))));

function digestTitle(messages: readonly Diagnosis[]): string {
  const services = [...new Set(messages.map(({ service }) => service ?? 'a task without a service'))];
  return `${messages.length} incidents: ${services.join(', ')}`;
}

const readable = (messages: readonly Diagnosis[]): string => [
  'The number of notifications exceeded the limit. This digest contains the remaining notifications:',
  ...messages.map((message, index) => `${index + 1}. ${messageTitle(message)}\n   ${factsOf(message)}`),
  ...[...new Set(messages.map(({ cluster }) => cluster ?? '<cluster>'))].map(cluster =>
    `List the incidents: hardened-fargate incidents --cluster ${cluster}`),
].join('\n\n');

const factsOf = (message: Diagnosis): string => [
  spanOf(message),
  `Incident ${message.incident?.id}.`,
  ...message.incident?.repeated ? ['This notification might have been sent before.'] : [],
].join(' ');
