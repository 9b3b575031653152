import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { sampleEvent } from '../diagnosis/sample-events';
import type { AwsEndpoint } from '../fake-aws/aws-endpoint';

/** The event of a failed task of the service of this name. */
export function failed(name: string, stoppedReason = 'Essential container in task exited'): string {
  const event = sampleEvent('scale-in-exit-137');
  const containers = [{ name: 'app', image: 'app:v7', lastStatus: 'STOPPED', exitCode: 1 }];
  const taskArn = `arn:aws:ecs:us-east-2:111122223333:task/demo/${name}`;
  const detail = { ...event.detail, group: `service:${name}`, taskArn, stopCode: 'EssentialContainerExited', stoppedReason, containers };
  return JSON.stringify({ ...event, id: name, detail });
}

/** What was published to the topic and taken by it, in order; of a digest, each diagnosis that it holds. */
export const published = (aws: AwsEndpoint): readonly Diagnosis[] => messagesTo(aws).flatMap(message => 'digest' in message ? message.digest : message);

/** The messages that were published to a topic and taken by it, as programs read them. */
export const messagesTo = (aws: AwsEndpoint): readonly (Diagnosis | Digest)[] => taken(aws, 'sns:Publish')
  .map(({ Message }) => JSON.parse((JSON.parse(String(Message)) as { readonly default: string }).default) as Diagnosis | Digest);

/** Several messages in one. */
export interface Digest {
  readonly schemaVersion: '2';
  readonly digest: readonly Diagnosis[];
}

/** What was put on the event bus and taken by it, in order. */
export const onEventBus = (aws: AwsEndpoint): readonly Diagnosis[] => taken(aws, 'events:PutEvents')
  .map(({ Entries }) => JSON.parse((Entries as readonly { readonly Detail: string }[])[0].Detail) as Diagnosis);

/** What was set aside and taken by the dead-letter queue, with the reason. */
export const setAside = (aws: AwsEndpoint): readonly { readonly body: string; readonly reason: string }[] => taken(aws, 'sqs:SendMessage')
  .map(({ MessageBody, MessageAttributes }) => ({
    body: String(MessageBody),
    reason: (MessageAttributes as { readonly reason: { readonly StringValue: string } }).reason.StringValue,
  }));

/** A message that the function could not know was taken was not. */
const taken = ({ calls }: AwsEndpoint, action: string) => calls.filter(call => call.action === action && call.taken).map(({ input }) => input);
