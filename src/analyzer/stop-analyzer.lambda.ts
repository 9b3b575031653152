import type { BatchPorts } from './batch-ports';
import { apartFromStops, handleCanary } from './canary.lambda';
import { collecting, openAccount } from './collecting.lambda';
import { deliveryTo } from './deliver.lambda';
import { fromEnvironment } from './environment';
import { answerApart, explainApart } from './explain-apart.lambda';
import { explainEvent } from './explain-event';
import type { Question } from './explain-question';
import { handleBatch } from './handle-batch';
import { onSignal } from './on-signal';
import type { BatchOutcome, QueuedEvent } from './queued-event';
import type { Signal } from './service-signal';
import { openSinks } from './sinks.lambda';
import { Teller } from './teller';
import { tellingTo } from './telling.lambda';
import { diagnose } from '../diagnosis/diagnose';
import { readEvidence } from '../evidence/read/read-evidence';

const settings = fromEnvironment(process.env);
const reading = { read: (event: unknown) => readEvidence(event, { personalData: settings.redactPersonalData }), diagnose };
const sinks = openSinks();
const telling = tellingTo(sinks, settings);
const { deliver, ...delivery } = deliveryTo(sinks, settings);
const teller = new Teller(telling, deliver);
const ports: BatchPorts = {
  ...reading,
  ...delivery,
  explainApart: (question: Question, seconds: number) => explainApart(__filename, question, seconds),
  deliver: (stop, attempt) => teller.tell(stop, attempt),
  heed: (signal: Signal) => onSignal(signal, telling),
};

answerApart(({ body, withAccount }) => explainEvent(body, { ...reading, ...withAccount && collecting(settings) }));

export async function handler({ Records }: { readonly Records: readonly QueuedEvent[] }): Promise<BatchOutcome> {
  const { canaries, stops } = apartFromStops(Records);
  const handled = handleBatch(stops, { ...ports, ...collecting(settings) });
  await Promise.all(canaries.map(canary => handleCanary(canary, sinks, settings, openAccount())));
  return handled;
}
