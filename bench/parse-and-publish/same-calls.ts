import { deliveryTo } from '../../src/analyzer/handler/deliver.lambda';
import { notifierPorts } from '../../src/analyzer/handler/notifier-ports.lambda';
import { openSinks } from '../../src/analyzer/handler/sinks.lambda';
import { Notifier } from '../../src/analyzer/notifying/notifier';
import { fromEnvironment } from '../../src/analyzer/protocol/environment';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';

interface Message {
  readonly messageId: string;
  readonly body: string;
}

const settings = fromEnvironment(process.env);
const sinks = openSinks();
const notifier = new Notifier(notifierPorts(sinks, settings), deliveryTo(sinks, settings).deliver);

/** Parses events and publishes them with every call that the analyzer makes, and reads and explains nothing. */
export async function handler({ Records }: { readonly Records: readonly Message[] }) {
  for (const { messageId, body } of Records) {
    const { time, detail } = JSON.parse(body);
    const stop = { diagnosis: diagnosisOf(detail), evidence: {}, key: detail.taskArn, incident: detail.taskArn.slice(-16), seen: time };
    await notifier.notify({ ...stop, isFailedDeployment: false } as never, { message: messageId, number: 1 });
  }
  return { batchItemFailures: [] };
}

const diagnosisOf = ({ taskArn, taskDefinitionArn, stopCode, stoppedReason }: Diagnosis): Diagnosis => ({
  schemaVersion: '2',
  cause: 'exit/application-error',
  severity: 'failure',
  confidence: 'possible',
  documentation: 'https://github.com/hardened-fargate/hardened-fargate/blob/main/docs/CAUSES.md#exitapplication-error',
  title: 'A task stopped',
  summary: stoppedReason ?? '',
  cluster: 'demo',
  service: 'a',
  taskArn,
  taskDefinitionArn,
  container: 'app',
  lastStatus: 'STOPPED',
  stopCode,
  stoppedReason,
  exitCode: 1,
  containerReason: null,
  clues: [],
  alternatives: [],
  actions: [],
  prevention: [],
  gaps: [],
  retriable: null,
  occurrences: 1,
  firstSeen: null,
  lastSeen: null,
  incident: null,
});
