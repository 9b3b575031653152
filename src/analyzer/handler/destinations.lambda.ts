import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PublishCommand, type PublishCommandInput } from '@aws-sdk/client-sns';
import type { Sinks } from './sinks.lambda';
import type { Action, Diagnosis } from '../../diagnosis/model/diagnosis';
import { renderChat } from '../../report/render-chat';
import { dashboardPage } from '../notifying/dashboard-page';
import { chatDigestOf, digestOf } from '../notifying/digest';
import { fitIntoMessage } from '../notifying/fit-into-message';
import { notificationOf, withActions } from '../notifying/notification';
import type { NotifierPorts } from '../notifying/notifier-ports';
import { DIAGNOSIS_EVENT } from '../protocol/diagnosis-event';
import type { AnalyzerSettings } from '../protocol/environment';
import { muteAction } from '../protocol/mute-action';

/** The ways that a diagnosis goes, each by its name; each is rejected when nobody has taken it. */
export type Destinations = Readonly<Partial<Record<'bus' | 'topic' | 'chat', () => Promise<void>>>>;

/** The event bus for each diagnosis; the topics for those that somebody has to know of. */
export function destinationsOf(
  { eventBridge, sns }: Sinks, settings: AnalyzerSettings, diagnosis: Diagnosis, marks: EventMarks = DIAGNOSIS_EVENT,
): Destinations {
  const { topicArn, chatTopicArn } = settings;
  const forPeople = actionsForPeople(diagnosis, settings);
  const publish = (sink: string, input: PublishCommandInput) => () => publishTo(sns, sink, input);
  return {
    bus: () => putOnEventBus(eventBridge, diagnosis, marks),
    ...settings.notify.includes(diagnosis.severity) && {
      topic: publish('the topic', { TopicArn: topicArn, ...notificationOf(diagnosis, forPeople) }),
      ...chatTopicArn && { chat: publish('the chat topic', { TopicArn: chatTopicArn, Message: chatMessage(diagnosis, forPeople) }) },
    },
  };
}

type SendDigest = NotifierPorts['sendDigest'];

/** Sends several messages in one to a topic. */
export const digestsTo = ({ sns }: Sinks, { topicArn, chatTopicArn }: AnalyzerSettings): SendDigest => async (sink, messages) => {
  if (sink === 'topic') await publishTo(sns, 'the topic', { TopicArn: topicArn, ...digestOf(messages) });
  else if (sink === 'chat') await publishTo(sns, 'the chat topic', { TopicArn: chatTopicArn, Message: chatDigestOf(messages) });
};

async function publishTo(sns: Sinks['sns'], sink: string, input: PublishCommandInput): Promise<void> {
  const { MessageId } = await sns.send(new PublishCommand(input));
  requireReceipt(sink, MessageId);
}

/** Whoever reads of an incident finds it on the dashboard, and can mute it while it goes on. */
function actionsForPeople({ incident }: Diagnosis, { analyzer, queueArn, dashboardName }: AnalyzerSettings): readonly Action[] {
  const [, , , region] = queueArn.split(':');
  return [
    ...incident?.status === 'open' ? [muteAction(incident.id, analyzer, region, Date.now())] : [],
    ...dashboardName === undefined ? [] : dashboardPage(dashboardName, region),
  ];
}

const chatMessage = (diagnosis: Diagnosis, forPeople: readonly Action[]): string =>
  fitIntoMessage(diagnosis, short => JSON.stringify(renderChat(withActions(short, forPeople))));

/** How an event is marked on the bus. */
interface EventMarks {
  readonly source: string;
  readonly detailType: string;
}

async function putOnEventBus(eventBridge: Sinks['eventBridge'], diagnosis: Diagnosis, { source, detailType }: EventMarks): Promise<void> {
  const { taskArn } = diagnosis;
  const { FailedEntryCount, Entries } = await eventBridge.send(new PutEventsCommand({
    Entries: [{
      Source: source,
      DetailType: detailType,
      Resources: taskArn ? [taskArn] : [],
      Detail: fitIntoMessage(diagnosis, short => JSON.stringify(short)),
    }],
  }));
  const [entry = {}] = Entries ?? [];
  // A refused entry is a success to HTTP.
  if (FailedEntryCount || entry.ErrorCode) {
    throw new Error(`the event bus rejected the diagnosis: ${entry.ErrorCode}: ${entry.ErrorMessage}`);
  }
  requireReceipt('the event bus', entry.EventId);
}

/** Whatever stands between the function and a service may answer with success, too; it does not know the id of what was taken. */
export function requireReceipt(sink: string, id: string | undefined): void {
  if (id) return;
  throw new Error(`${sink} confirmed no message: its response has no message ID, so another server might have sent it`);
}
