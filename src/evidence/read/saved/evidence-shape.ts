import type { Read, ShapeOf } from './shape';
import type { Evidence, ServiceChange } from '../../model/evidence';
import { finiteNumber, moment, text, wholeNumber } from '../../model/json-fields';
import type { ResourceState } from '../../model/resource-state';

/** Unlike a field of the API, a line of a log may be empty. */
const line: Read<string> = value => typeof value === 'string' ? value : undefined;

const flag: Read<boolean> = value => typeof value === 'boolean' ? value : undefined;

const kindOfChange: Read<ServiceChange['kind']> = value => value === 'action' ? value : 'deployment';

const KINDS: readonly ResourceState['kind'][] = ['access point', 'file system', 'log group', 'subnet'];

const kindOfResource: Read<ResourceState['kind']> = value => KINDS.find(kind => kind === value);

/** What evidence is made of, field by field; failed tasks are evidence of their own. */
export const EVIDENCE: ShapeOf<Omit<Evidence, 'failedTasks'>> = {
  region: text,
  account: text,
  cluster: text,
  service: text,
  time: text,
  task: {
    taskArn: text,
    taskDefinitionArn: text,
    clusterArn: text,
    group: text,
    startedBy: text,
    launchType: text,
    capacityProviderName: text,
    platformVersion: text,
    availabilityZone: text,
    cpu: text,
    memory: text,
    lastStatus: text,
    desiredStatus: text,
    healthStatus: text,
    stopCode: text,
    stoppedReason: text,
    createdAt: moment,
    pullStartedAt: moment,
    pullStoppedAt: moment,
    startedAt: moment,
    stoppingAt: moment,
    executionStoppedAt: moment,
    stoppedAt: moment,
    containers: [{
      name: text,
      image: text,
      imageDigest: text,
      essential: flag,
      exitCode: wholeNumber,
      reason: text,
      lastStatus: text,
      healthStatus: text,
      execAgent: { status: text, reason: text },
      finishedAt: moment,
    }],
    attachments: [{ type: text, status: text, statusReason: text, details: { '*': line } }],
  },
  change: {
    kind: kindOfChange,
    eventName: text,
    eventType: text,
    deploymentId: text,
    failedTasks: wholeNumber,
    hookId: text,
    reason: text,
  },
  serviceEvents: [line],
  logTail: [line],
  acknowledged: { '*': line },
  synthesis: { tolerated: [text] },
  broken: ['optional', { guardrail: text, seen: text, refused: flag }],
  memoryUse: ['optional', { time: text, percent: finiteNumber }],
  targetGroup: {
    arn: text,
    port: wholeNumber,
    protocol: text,
    targetType: text,
    checkProtocol: text,
    checkPort: wholeNumber,
    path: text,
    matcher: text,
    intervalSeconds: wholeNumber,
    timeoutSeconds: wholeNumber,
    unhealthyThreshold: wholeNumber,
    targets: [{ address: text, port: wholeNumber, state: text, reason: text, description: text }],
  },
  images: ['optional', { image: text, missing: text, pushedAt: text, platforms: ['optional', text], wanted: text }],
  secrets: ['optional', { reference: text, isMissing: flag, deletedAt: text, createdAt: text, changedAt: text }],
  resources: ['optional', { kind: kindOfResource, name: text, isMissing: flag, createdAt: text, freeAddresses: wholeNumber }],
  simulated: ['optional', { role: text, action: text, resource: text, decision: text, policies: [text], isBeyondBoundary: flag }],
  serviceSettings: { desiredCount: wholeNumber, gracePeriodSeconds: wholeNumber, targetGroupArn: text, containerPort: wholeNumber },
  taskDefinition: {
    taskDefinitionArn: text,
    cpu: text,
    memory: text,
    executionRoleArn: text,
    taskRoleArn: text,
    containers: [{
      name: text,
      image: text,
      essential: flag,
      memory: wholeNumber,
      ports: [wholeNumber],
      startPeriodSeconds: wholeNumber,
      logGroup: text,
      logStreamPrefix: text,
      logRegion: text,
    }],
  },
  revision: { name: text, changes: [{ aspect: text, words: text }] },
  rollout: { status: text, reason: text, startedAt: text, failures: wholeNumber, threshold: wholeNumber },
  named: {
    stack: text,
    task: text,
    taskDefinition: text,
    targetGroupArn: text,
    logGroup: text,
    logStream: text,
    subnet: text,
    vpc: text,
    networkInterface: text,
    fileSystem: text,
    address: text,
    port: text,
    path: text,
  },
  trail: ['optional', { time: text, event: text, by: text, names: text }],
  gaps: [{ source: text, because: text }],
};
