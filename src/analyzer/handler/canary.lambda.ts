import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { log } from './deliver.lambda';
import type { Sinks } from './sinks.lambda';
import type { Account } from '../../evidence/collect/account';
import { messageOf } from '../explaining/explain-event';
import type { QueuedEvent } from '../explaining/queued-event';
import { within } from '../explaining/within';
import { CANARY_EVENT, canaryStep } from '../protocol/canary-event';
import { disabledRules } from '../protocol/disabled-rules';
import type { AnalyzerSettings } from '../protocol/environment';
import { heartbeatOf } from '../protocol/heartbeat';
import { TIME_LIMITS } from '../protocol/time-limits';

/** A batch, parted into what the canary is about and the stops. */
export const apartFromStops = (events: readonly QueuedEvent[]) => ({
  canaries: events.filter(({ body }) => canaryStep(body) !== undefined),
  stops: events.filter(({ body }) => canaryStep(body) === undefined),
});

/** Sends a canary on its way, or says that it has arrived. One that fails is not tried again: that no heartbeat comes tells enough. */
export async function handleCanary({ body }: QueuedEvent, sinks: Sinks, settings: AnalyzerSettings, account: Account): Promise<void> {
  try {
    await within(TIME_LIMITS.delivery, 'the canary', canaryStep(body) === 'due' ? send(sinks, settings) : arrive(settings, account));
  } catch (error) {
    log(JSON.stringify({ canary: messageOf(error) }));
  }
}

async function send({ eventBridge }: Sinks, { queueArn }: AnalyzerSettings): Promise<void> {
  const { Entries } = await eventBridge.send(new PutEventsCommand({
    // The rule of this analyzer, and of no other, is about its queue.
    Entries: [{ Source: CANARY_EVENT.source, DetailType: CANARY_EVENT.detailType, Resources: [queueArn], Detail: '{}' }],
  }));
  const [entry = {}] = Entries ?? [];
  if (!entry.EventId) throw new Error(`the event bus rejected the event: ${entry.ErrorCode ?? 'no receipt'}: ${entry.ErrorMessage ?? ''}`);
}

/** What the account does not say of the rules is no fault of theirs. */
async function arrive({ queueArn, analyzer }: AnalyzerSettings, account: Account): Promise<void> {
  try {
    log(heartbeatOf(analyzer, Date.now(), await disabledRules(account, queueArn)));
  } catch (error) {
    log(heartbeatOf(analyzer, Date.now(), [], `whether the rules are enabled: ${messageOf(error)}`));
  }
}
