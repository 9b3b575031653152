import { collecting } from './collecting.lambda';
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
const ports = {
  ...reading,
  explainApart: (body: string, seconds: number) => explainApart(__filename, body, seconds),
  ...deliveryTo(openSinks(), settings),
};

answerApart(body => explainEvent(body, { ...reading, ...collecting(settings) }));

export const handler = ({ Records }: { readonly Records: readonly QueuedEvent[] }): Promise<BatchOutcome> =>
  handleBatch(Records, { ...ports, ...collecting(settings) });
