import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { milliseconds } from './numbers';
import type { Measurement } from './table';
import { toEnvironment } from '../src/analyzer/protocol/environment';
import { LambdaRuntime } from '../test/fake-aws/lambda-runtime';

const ROUNDS = 12;

const ANALYZER = {
  directory: resolve('assets', 'analyzer', 'stop-analyzer'),
  handler: 'index.handler',
  environment: {
    AWS_REGION: 'eu-west-1',
    ...toEnvironment({
      analyzer: 'Shop',
      queueArn: 'arn:aws:sqs:eu-west-1:111122223333:stops',
      queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/stops',
      topicArn: 'arn:aws:sns:eu-west-1:111122223333:stops',
      deadLetterQueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/stops-dead-letters',
      tableName: 'incidents',
      notify: ['failure'],
      evidence: ['log'],
    }),
  },
};

/** The runtime client without anything to load, which everybody pays. */
const NOTHING = { directory: resolve('bench', 'empty-function'), handler: 'index.handler', environment: {} };

/**
 * What a cold start of the analyzer costs, against a function that does nothing; the first number is what people wait for.
 *
 * Each is the shortest of its starts: what else the machine does only adds.
 */
export async function measureAnalyzer(): Promise<readonly Measurement[]> {
  const empty: Start[] = [];
  const shipped: Start[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    empty.push(await start(NOTHING));
    shipped.push(await start(ANALYZER));
  }
  const shortest = (starts: readonly Start[], what: keyof Start): number => Math.min(...starts.map(one => one[what]));
  const above = (what: keyof Start): number => shortest(shipped, what) - shortest(empty, what);
  const bytes = statSync(join(ANALYZER.directory, 'index.js')).size;
  return [
    { what: 'analyzer bundle', value: `${Math.round(bytes / 1000).toLocaleString('en')} kB` },
    { what: 'init of an empty function in the Lambda runtime client', value: milliseconds(shortest(empty, 'time')) },
    { what: 'init of the analyzer above that, shortest of 12 starts', value: milliseconds(above('time')) },
    { what: 'init of the analyzer above that, time of the processor', value: milliseconds(above('processor')) },
  ];
}

interface Start {
  readonly time: number;
  readonly processor: number;
}

async function start(shipped: Parameters<typeof LambdaRuntime.start>[0]): Promise<Start> {
  const runtime = await LambdaRuntime.start(shipped);
  const times = { time: runtime.initMilliseconds, processor: runtime.processorMilliseconds };
  await runtime.stop();
  return times;
}
