import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { collectLater } from './collecting.lambda';
import { log } from './deliver.lambda';
import { requireReceipt } from './destinations.lambda';
import type { Sinks } from './sinks.lambda';
import { diagnose } from '../../diagnosis/diagnose';
import { LATER_SOURCES } from '../../evidence/collect/source-calls';
import { messageOf } from '../explaining/explain-event';
import type { SecondLookPort, NotifierPorts } from '../notifying/notifier-ports';
import type { AnalyzerSettings } from '../protocol/environment';
import { secondLookMessage, secondsUntilSecondLook } from '../protocol/second-look';

/** Looks at stops again where the role may read what AWS has some minutes later only. */
export function lookingLater({ sqs }: Sinks, settings: AnalyzerSettings): Pick<NotifierPorts, 'secondLook'> {
  if (!settings.evidence.some(source => LATER_SOURCES.includes(source))) return {};
  const send = async (look: Parameters<SecondLookPort['request']>[0]): Promise<void> => {
    const message = secondLookMessage(look);
    if (message === undefined) throw new Error('the evidence of the stop is too large for a message');
    const { MessageId } = await sqs.send(new SendMessageCommand({
      QueueUrl: settings.queueUrl, MessageBody: message, DelaySeconds: secondsUntilSecondLook(Math.random()),
    }));
    requireReceipt('the queue', MessageId);
  };
  return {
    secondLook: {
      // What people are told of now must not wait for it.
      request: look => send(look).catch(error => log(JSON.stringify({ noSecondLook: look.incident, because: messageOf(error) }))),
      explain: async saved => (await collectLater(saved, settings)).map(evidence => diagnose(evidence))[0],
    },
  };
}
