import { apartFromStops, handleCanary } from './canary.lambda';
import { collecting, openAccount } from './collecting.lambda';
import { deliveryTo } from './deliver.lambda';
import { fromEnvironment } from './environment';
import { answerApart, explainApart } from './explain-apart.lambda';
import { explainEvent } from './explain-event';
import { type BatchOutcome, handleBatch, type QueuedEvent } from './handle-batch';
import { openSinks } from './sinks.lambda';
import { diagnose } from '../diagnosis/diagnose';
import { readEvidence } from '../evidence/read/read-evidence';

const settings = fromEnvironment(process.env);
const reading = { read: (event: unknown) => readEvidence(event, { personalData: settings.redactPersonalData }), diagnose };
const sinks = openSinks();
const ports = {
  ...reading,
  explainApart: (body: string, seconds: number) => explainApart(__filename, body, seconds),
  ...deliveryTo(sinks, settings),
};

answerApart(body => explainEvent(body, { ...reading, ...collecting(settings) }));

export async function handler({ Records }: { readonly Records: readonly QueuedEvent[] }): Promise<BatchOutcome> {
  const { canaries, stops } = apartFromStops(Records);
  const handled = handleBatch(stops, { ...ports, ...collecting(settings) });
  await Promise.all(canaries.map(canary => handleCanary(canary, sinks, settings, openAccount())));
  return handled;
}
