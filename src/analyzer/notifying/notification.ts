import { fitIntoMessage } from './fit-into-message';
import { incidentFooter, incidentLead, messageTitle } from './incident-words';
import type { Action, Diagnosis } from '../../diagnosis/model/diagnosis';
import { renderText } from '../../report/render-text';

/** SNS takes 100 ASCII characters. */
const LONGEST_SUBJECT = 100;

/** One message in as many forms as it has readers. */
export interface Notification {
  readonly Subject: string;
  readonly Message: string;
  readonly MessageStructure: 'json';
}

/**
 * The diagnosis itself for programs (queues, functions, HTTPS), readable text for people (e-mail), one line for SMS.
 *
 * @param forPeople what people can do about the message, beside what the diagnosis says
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html on MessageStructure
 */
export const notificationOf = (diagnosis: Diagnosis, forPeople: readonly Action[] = []): Notification => ({
  Subject: subjectOf(messageTitle(diagnosis)),
  Message: fitIntoMessage(diagnosis, short =>
    JSON.stringify({ default: JSON.stringify(short), email: readable(withActions(short, forPeople)), sms: messageTitle(short) })),
  MessageStructure: 'json',
});

/** The diagnosis with more to do. */
export const withActions = (diagnosis: Diagnosis, more: readonly Action[]): Diagnosis =>
  ({ ...diagnosis, actions: [...diagnosis.actions, ...more] });

/** A text that cannot be rendered must not cost the message. */
function readable(diagnosis: Diagnosis): string {
  const parts = [incidentLead(diagnosis), textOf(diagnosis), incidentFooter(diagnosis)];
  return parts.filter(part => part !== '').join('\n\n');
}

function textOf(diagnosis: Diagnosis): string {
  try {
    return renderText(diagnosis, { colour: false });
  } catch {
    return `${diagnosis.title}\n\n${diagnosis.summary}\n`;
  }
}

/** A subject has to be ASCII, begin with a letter, digit or mark, and hold no line breaks. */
export function subjectOf(title: string): string {
  const ascii = title.normalize('NFKD').replace(/[^\x20-\x7e]+/g, ' ').replace(/ +/g, ' ').trim();
  const subject = ascii || 'A task stopped';
  return subject.length <= LONGEST_SUBJECT ? subject : `${subject.slice(0, LONGEST_SUBJECT - 3)}...`;
}
