import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { collecting } from './collecting.lambda';
import { deliveryTo } from './deliver.lambda';
import { fromEnvironment } from './environment';
import { type BatchOutcome, handleBatch, type QueuedEvent } from './handle-batch';
import { diagnose } from '../diagnosis/diagnose';
import { readEvidence } from '../evidence/read/read-evidence';

const clients = { eventBridge: new EventBridgeClient({}), sns: new SNSClient({}), sqs: new SQSClient({}) };
const settings = fromEnvironment(process.env);
const ports = {
  read: (event: unknown) => readEvidence(event, { personalData: settings.redactPersonalData }),
  diagnose,
  ...deliveryTo(clients, settings),
};

export const handler = ({ Records }: { readonly Records: readonly QueuedEvent[] }): Promise<BatchOutcome> =>
  handleBatch(Records, { ...ports, ...collecting(settings) });
