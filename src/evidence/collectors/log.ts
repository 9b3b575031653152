import { endOf, taskIdOf } from './cluster-and-task';
import type { Ask, Collector } from './collector';
import { type LogStream, logStreamOf } from './log-stream';
import { describeTaskDefinition } from './task-definition';
import { SIGKILL, SIGTERM } from '../../aws/exit-codes';
import { guiltyContainer } from '../../diagnosis/clues/guilty-container';
import { BOUNDS } from '../collect/bounded-account';
import type { ContainerEvidence, Evidence } from '../model/evidence';
import { finiteNumber, type JsonObject, objects } from '../model/json-fields';

const MOST_LINES = 200;

/** So soon after the containers ended, their last lines may still be on their way. */
const ON_THEIR_WAY = 20_000;

/** The pause before a log is read again whose last lines may be on their way. */
const PAUSE = 1_500;

/** How long it is read again: of the time of a diagnosis, the last call may take the rest. */
const PATIENCE = (BOUNDS.budgetSeconds - BOUNDS.callSeconds) * 1_000;

/**
 * The last lines of the guilty container, and of one that ended before it, from the stream that the awslogs driver gives to each
 * container of a task.
 */
export const log: Collector = {
  name: 'log',
  tells: 'the last log lines of the container that exited, and of one that exited before it',
  brings: ['log'],
  calls: ['ecs:DescribeTaskDefinition', 'logs:GetLogEvents'],
  collect: async (evidence, ask) => {
    if (!hasRun(evidence)) return {};
    const until = Date.now() + PATIENCE;
    const definition = await describeTaskDefinition(evidence.task.taskDefinitionArn, ask);
    const containers = definition === undefined ? [] : [endedBefore(definition, evidence), containerOf(definition, evidence)];
    const ended = containers.filter(container => container !== undefined);
    const tails = await Promise.all(ended.map(container => tailOf(container, evidence, until, ask)));
    const read = tails.filter(tail => tail !== undefined);
    return read.length === 0 ? {} : { logTail: read.flat() };
  },
};

/** The last lines of a container; undefined where they are elsewhere, and then the evidence says where. */
async function tailOf(
  container: JsonObject, evidence: Evidence, until: number, ask: Ask,
): Promise<readonly JsonObject[] | undefined> {
  const stream = logStreamOf(container, evidence.region, taskIdOf(evidence));
  if (typeof stream !== 'string') return linesOf(stream, evidence, until, ask);
  ask.gap('container log', stream);
  return undefined;
}

/** A container that never ran wrote nothing. */
const hasRun = ({ task }: Evidence): boolean =>
  task.startedAt !== undefined || task.containers.some(({ exitCode }) => exitCode !== undefined);

/** The guilty container, else the first that the task cannot do without. */
function containerOf({ containerDefinitions }: JsonObject, evidence: Evidence): JsonObject | undefined {
  const containers = objects(containerDefinitions);
  const guilty = guiltyContainer(evidence)?.name;
  return containers.find(({ name }) => name === guilty) ?? containers.find(({ essential }) => essential !== false);
}

/** Another container that ended by itself before the guilty one, which may be why that one ended. */
function endedBefore({ containerDefinitions }: JsonObject, evidence: Evidence): JsonObject | undefined {
  const guilty = guiltyContainer(evidence);
  const before = guilty && evidence.task.containers.find(each => each.name !== guilty.name && failedBefore(each, guilty));
  return objects(containerDefinitions).find(({ name }) => name === before?.name);
}

/** Where no times are known, an exit code of its own tells: ECS ends all others with SIGTERM and SIGKILL. */
function failedBefore({ exitCode, finishedAt }: ContainerEvidence, { finishedAt: end }: ContainerEvidence): boolean {
  if (exitCode === undefined || [0, SIGTERM, SIGKILL].includes(exitCode)) return false;
  return finishedAt === undefined || end === undefined || Date.parse(finishedAt) <= Date.parse(end);
}

/** The last lines of a stream, which is read again until it has passed the end of the containers, or the time is over. */
async function linesOf(stream: LogStream, evidence: Evidence, until: number, ask: Ask): Promise<readonly JsonObject[]> {
  const end = Date.parse(evidence.task.executionStoppedAt ?? '') || endOf(evidence);
  let lines: readonly JsonObject[] = [];
  for (;;) {
    const answer = await ask.answer('logs:GetLogEvents', { ...stream, limit: MOST_LINES, startFromHead: false }, { anew: true });
    if (answer === undefined) return lines;
    lines = objects(answer.events);
    const isComplete = lines.some(({ timestamp }) => (finiteNumber(timestamp) ?? 0) >= end) || !(Date.now() - end < ON_THEIR_WAY);
    if (isComplete || Date.now() + PAUSE > until) return lines;
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
}
