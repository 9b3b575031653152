import messages from './data/stop-messages.json';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { readEvidence } from '../../src/evidence/read/read-evidence';

interface Message {
  readonly id: string;
  readonly where: string;
  readonly texts: readonly string[];
  readonly stopCode?: string;
  /** The causes that a careful reader would name first. */
  readonly expected?: readonly string[];
  /** Why no cause can be read out of it. */
  readonly says?: string;
}

const told = (messages as readonly Message[]).flatMap(({ texts, ...message }) => texts.map(text => ({ ...message, text, title: `${message.id}: ${text.slice(0, 120)}` })));

describe('a message that ECS gives for a Fargate task', () => {
  test.each(told.filter(({ expected }) => expected).map(message => [message.title, message] as const))('%s', (_, { where, text, stopCode, expected }) => {
    expect(expected).toContain(diagnosisOf(where, text, stopCode).cause);
  });
});

describe('a message that tells of no cause gets no name of one for sure', () => {
  test.each(told.filter(({ says }) => says).map(message => [`${message.title}: it ${message.says}`, message] as const))('%s', (_, { where, text, stopCode }) => {
    expect(diagnosisOf(where, text, stopCode).confidence).toBe('possible');
  });
});

/** Reads a message in the place where ECS writes it. */
function diagnosisOf(where: string, text: string, stopCode?: string): Diagnosis {
  const [evidence] = readEvidence(bundle(where, text, stopCode));
  return diagnose(evidence);
}

function bundle(where: string, text: string, stopCode?: string): unknown {
  const places: Readonly<Record<string, unknown>> = {
    'stoppedReason': { taskEvent: { stopCode, stoppedReason: text } },
    'stopCode': { taskEvent: { stopCode: text } },
    'container.reason': { taskEvent: { stopCode, stoppedReason: 'Task failed to start', containers: [{ name: 'app', reason: text }] } },
    'reason of the GuardDuty container': { taskEvent: { lastStatus: 'STOPPED', containers: [{ name: 'aws-guardduty-agent-nm40lC', reason: text }] } },
    'container.exitCode': { taskEvent: { lastStatus: 'STOPPED', containers: [text === 'None' ? { name: 'app' } : { name: 'app', exitCode: Number(text) }] } },
    'attachment.statusReason': { taskEvent: { lastStatus: 'STOPPED', attachments: [{ type: 'AmazonElasticBlockStorage', status: 'FAILED', statusReason: text, details: [] }] } },
    'log': { logTail: [text] },
    'deploymentEvent': { 'source': 'aws.ecs', 'detail-type': 'ECS Deployment State Change', 'resources': ['arn:aws:ecs:us-west-2:111122223333:service/default/web'], 'detail': { reason: text } },
  };
  return places[where] ?? { serviceEvents: [text] };
}
