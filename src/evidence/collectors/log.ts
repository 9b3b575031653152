import { endOf, taskIdOf } from './cluster-and-task';
import type { Ask, Collector } from './collector';
import { type LogStream, logStreamOf } from './log-stream';
import { describeTaskDefinition } from './task-definition';
import { guiltyContainer } from '../../diagnosis/clues/guilty-container';
import type { Evidence } from '../model/evidence';
import { finiteNumber, type JsonObject, objects } from '../model/json-fields';

const MOST_LINES = 200;

/** So soon after the stop, the last lines may still be on their way. */
const ON_THEIR_WAY = 20_000;

/** How often a log is read again whose last lines may be on their way, and after which pause. */
const ATTEMPTS = 3;
const PAUSE = 1_500;

/** The last lines of the guilty container, from the stream that the awslogs driver gives to each container of a task. */
export const log: Collector = {
  name: 'log',
  tells: 'the last log lines of the container that exited',
  brings: ['log'],
  calls: ['ecs:DescribeTaskDefinition', 'logs:GetLogEvents'],
  collect: async (evidence, ask) => {
    if (!hasRun(evidence)) return {};
    const definition = await describeTaskDefinition(evidence.task.taskDefinitionArn, ask);
    const container = definition && containerOf(definition, evidence);
    if (container === undefined) return {};
    const stream = logStreamOf(container, evidence.region, taskIdOf(evidence));
    if (typeof stream !== 'string') return { logTail: await linesOf(stream, evidence, ask) };
    ask.gap('container log', stream);
    return {};
  },
};

/** A container that never ran wrote nothing. */
const hasRun = ({ task }: Evidence): boolean =>
  task.startedAt !== undefined || task.containers.some(({ exitCode }) => exitCode !== undefined);

/** The guilty container, else the first that the task cannot do without. */
function containerOf({ containerDefinitions }: JsonObject, evidence: Evidence): JsonObject | undefined {
  const containers = objects(containerDefinitions);
  const guilty = guiltyContainer(evidence)?.name;
  return containers.find(({ name }) => name === guilty) ?? containers.find(({ essential }) => essential !== false);
}

async function linesOf(stream: LogStream, evidence: Evidence, ask: Ask): Promise<readonly JsonObject[]> {
  const end = endOf(evidence);
  for (let attempt = 1; ; attempt++) {
    const answer = await ask.answer('logs:GetLogEvents', { ...stream, limit: MOST_LINES, startFromHead: false }, { anew: true });
    const lines = objects(answer?.events);
    const isComplete = lines.some(({ timestamp }) => (finiteNumber(timestamp) ?? 0) >= end) || !(Date.now() - end < ON_THEIR_WAY);
    if (answer === undefined || isComplete || attempt === ATTEMPTS) return lines;
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
}
