import { conform, type Shape } from './conform';
import type { Evidence } from '../../model/evidence';
import { isObject, type JsonObject } from '../../model/json-fields';
import { type Findings, NO_TASK } from '../../model/partial-evidence';
import { complete } from '../complete';

const CONTAINER: Shape = {
  name: 'text',
  image: 'text',
  imageDigest: 'text',
  essential: 'flag',
  exitCode: 'number',
  reason: 'text',
  lastStatus: 'text',
  healthStatus: 'text',
  execAgent: { status: 'text', reason: 'text' },
  finishedAt: 'text',
};

const TASK: Shape = {
  taskArn: 'text',
  taskDefinitionArn: 'text',
  clusterArn: 'text',
  group: 'text',
  startedBy: 'text',
  launchType: 'text',
  capacityProviderName: 'text',
  platformVersion: 'text',
  availabilityZone: 'text',
  cpu: 'text',
  memory: 'text',
  lastStatus: 'text',
  desiredStatus: 'text',
  healthStatus: 'text',
  stopCode: 'text',
  stoppedReason: 'text',
  createdAt: 'text',
  pullStartedAt: 'text',
  pullStoppedAt: 'text',
  startedAt: 'text',
  stoppingAt: 'text',
  executionStoppedAt: 'text',
  stoppedAt: 'text',
  containers: [CONTAINER],
  attachments: [{ type: 'text', status: 'text', statusReason: 'text', details: { '*': 'text' } }],
};

const TARGET_GROUP: Shape = {
  arn: 'text',
  port: 'number',
  protocol: 'text',
  checkProtocol: 'text',
  checkPort: 'number',
  path: 'text',
  matcher: 'text',
  intervalSeconds: 'number',
  timeoutSeconds: 'number',
  unhealthyThreshold: 'number',
  targets: [{ address: 'text', port: 'number', state: 'text', reason: 'text', description: 'text' }],
};

const TASK_DEFINITION: Shape = {
  taskDefinitionArn: 'text',
  cpu: 'text',
  memory: 'text',
  containers: [{
    name: 'text',
    image: 'text',
    essential: 'flag',
    memory: 'number',
    ports: ['number'],
    logGroup: 'text',
    logStreamPrefix: 'text',
    logRegion: 'text',
  }],
};

const IMAGE: Shape = { image: 'text', missing: 'text', pushedAt: 'text', platforms: ['optional', 'text'], wanted: 'text' };

const SECRET: Shape = { reference: 'text', isMissing: 'flag', deletedAt: 'text', createdAt: 'text' };

/** What evidence is made of, field by field. */
const EVIDENCE: { readonly [field in Exclude<keyof Required<Evidence>, 'failedTasks'>]: Shape } = {
  region: 'text',
  account: 'text',
  cluster: 'text',
  service: 'text',
  time: 'text',
  task: TASK,
  change: {
    kind: 'text', eventName: 'text', eventType: 'text', deploymentId: 'text', failedTasks: 'number', hookId: 'text', reason: 'text',
  },
  serviceEvents: ['text'],
  logTail: ['text'],
  acknowledged: { '*': 'text' },
  broken: ['optional', { guardrail: 'text', seen: 'text' }],
  memoryUse: ['optional', { time: 'text', percent: 'number' }],
  targetGroup: TARGET_GROUP,
  images: ['optional', IMAGE],
  secrets: ['optional', SECRET],
  serviceSettings: { gracePeriodSeconds: 'number', targetGroupArn: 'text', containerPort: 'number' },
  taskDefinition: TASK_DEFINITION,
  revision: { name: 'text', changes: [{ aspect: 'text', words: 'text' }] },
  gaps: [{ source: 'text', because: 'text' }],
};

/** What a bundle says of the images and secrets of a task. */
export const readStates = ({ images, secrets }: JsonObject): Pick<Partial<Evidence>, 'images' | 'secrets'> =>
  conform({ images, secrets }, { images: EVIDENCE.images, secrets: EVIDENCE.secrets }) as Pick<Partial<Evidence>, 'images' | 'secrets'>;

/** Reads evidence as it was saved; what is of another type is passed over. */
export function readSaved(saved: JsonObject): Findings {
  const evidence = { task: NO_TASK, ...conform(saved, EVIDENCE) as Partial<Omit<Evidence, 'failedTasks'>> };
  const { failedTasks } = saved;
  return Array.isArray(failedTasks)
    ? { ...evidence, failedTasks: failedTasks.filter(isObject).map(task => complete(readSaved(task))) }
    : evidence;
}
