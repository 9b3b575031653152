import type { Form } from './form';
import type { Evidence } from '../../model/evidence';
import { finiteNumber, isObject, type JsonObject, objects, present, text, wholeNumber } from '../../model/json-fields';
import type { Findings } from '../../model/partial-evidence';
import { readTask } from '../read-task';

/** What `hardened-fargate evidence` prints. */
export const ownEvidence: Form = {
  name: 'printed evidence',
  recognizes: ({ task, gaps, acknowledged, serviceEvents, logTail }) =>
    isObject(task) && isObject(acknowledged) && [gaps, serviceEvents, logTail].every(Array.isArray),
  read: value => ({ findings: [readOwn(value)] }),
};

type Read<T> = (value: unknown) => T | undefined;

/** Fields that are absent, or of another type than what was printed, stay absent. */
const object = (fields: Readonly<Record<string, Read<unknown>>>): Read<JsonObject> => value =>
  isObject(value) ? present(Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read(value[name])]))) : undefined;

const list = <T>(read: Read<T>): Read<readonly T[]> => value =>
  Array.isArray(value) ? value.map(read).filter(item => item !== undefined) : undefined;

const texts: Read<Readonly<Record<string, string>>> = value => isObject(value)
  ? Object.fromEntries(Object.entries(value).flatMap(([name, item]) => typeof item === 'string' ? [[name, item]] : []))
  : undefined;

const flag: Read<boolean> = value => typeof value === 'boolean' ? value : undefined;
/** Unlike a field of the API, a line of a log may be empty. */
const line: Read<string> = value => typeof value === 'string' ? value : undefined;

const FIELDS: Readonly<Record<string, Read<unknown>>> = {
  region: text,
  account: text,
  cluster: text,
  service: text,
  time: text,
  change: object({
    kind: value => value === 'action' ? value : 'deployment',
    eventName: text,
    eventType: text,
    deploymentId: text,
    failedTasks: wholeNumber,
    hookId: text,
    reason: text,
  }),
  serviceEvents: list(line),
  logTail: list(line),
  acknowledged: texts,
  broken: list(object({ guardrail: text, seen: text })),
  memoryUse: list(object({ time: text, percent: finiteNumber })),
  targetGroup: object({
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
    targets: list(object({ address: text, port: wholeNumber, state: text, reason: text, description: text })),
  }),
  serviceSettings: object({ desiredCount: wholeNumber, gracePeriodSeconds: wholeNumber, targetGroupArn: text, containerPort: wholeNumber }),
  taskDefinition: object({
    taskDefinitionArn: text,
    cpu: text,
    memory: text,
    executionRoleArn: text,
    taskRoleArn: text,
    containers: list(object({
      name: text,
      image: text,
      essential: flag,
      memory: wholeNumber,
      ports: list(wholeNumber),
      startPeriodSeconds: wholeNumber,
      logGroup: text,
      logStreamPrefix: text,
      logRegion: text,
    })),
  }),
  revision: object({ name: text, changes: list(object({ aspect: text, words: text })) }),
  failedTasks: list(value => isObject(value) ? readOwn(value) : undefined),
  gaps: list(object({ source: text, because: text })),
};

function readOwn(value: JsonObject): Findings {
  const task = isObject(value.task) ? value.task : {};
  const { containers, attachments, ...rest } = readTask(task);
  return {
    ...object(FIELDS)(value) as Partial<Evidence>,
    task: {
      ...rest,
      containers: containers.map((container, index) => ({
        ...container,
        ...present({ execAgent: agentOf(objects(task.containers)[index]) }),
      })),
      attachments: attachments.map((attachment, index) => ({
        ...attachment,
        details: texts(objects(task.attachments)[index].details) ?? {},
      })),
    },
  };
}

const agentOf = ({ execAgent }: JsonObject): JsonObject | undefined => object({ status: text, reason: text })(execAgent);
