import { isMainThread } from 'node:worker_threads';
import { apartFromStops, handleCanary } from './canary.lambda';
import { collecting, openAccount } from './collecting.lambda';
import { giveReasons } from './dead-letters.lambda';
import { deliveryTo } from './deliver.lambda';
import { answerApart, explainApart } from './explain-apart.lambda';
import { notifierPorts } from './notifier-ports.lambda';
import { openSinks } from './sinks.lambda';
import { warmUp } from './warm-up.lambda';
import { diagnose } from '../../diagnosis/diagnose';
import { readEvidence } from '../../evidence/read/read-evidence';
import type { BatchPorts } from '../explaining/batch-ports';
import { explainEvent } from '../explaining/explain-event';
import type { Question } from '../explaining/explain-question';
import { handleBatch } from '../explaining/handle-batch';
import type { BatchOutcome, QueuedEvent } from '../explaining/queued-event';
import { Notifier } from '../notifying/notifier';
import { onSignal } from '../notifying/on-signal';
import { fromEnvironment } from '../protocol/environment';
import type { Signal } from '../protocol/service-signal';

const settings = fromEnvironment(process.env);
const reading = { read: (event: unknown) => readEvidence(event, { personalData: settings.redactPersonalData }), diagnose };
const sinks = openSinks();
const notifying = notifierPorts(sinks, settings);
const { deliver, ...delivery } = deliveryTo(sinks, settings);
const notifier = new Notifier(notifying, deliver);
const ports: BatchPorts = {
  ...reading,
  ...delivery,
  explainApart: (question: Question, seconds: number) => explainApart(__filename, question, seconds),
  deliver: (stop, attempt) => notifier.notify(stop, attempt),
  heed: async (signal: Signal) => {
    await Promise.all([onSignal(signal, notifying), ...signal.kind === 'tick' ? [giveReasons(sinks, settings)] : []]);
  },
};

if (isMainThread) warmUp(reading);
answerApart(({ body, withAccount }) => explainEvent(body, { ...reading, ...withAccount && collecting(settings) }));

export async function handler({ Records }: { readonly Records: readonly QueuedEvent[] }): Promise<BatchOutcome> {
  const { canaries, stops } = apartFromStops(Records);
  const handled = handleBatch(stops, { ...ports, ...collecting(settings) });
  await Promise.all(canaries.map(canary => handleCanary(canary, sinks, settings, openAccount())));
  return handled;
}
