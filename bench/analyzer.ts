import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { median, milliseconds, ratio } from './numbers';
import type { Measurement } from './table';
import { toEnvironment } from '../src/analyzer/protocol/environment';
import { LambdaRuntime } from '../test/fake-aws/lambda-runtime';

const ROUNDS = 9;

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

/** What a cold start of the analyzer costs, against a function that does nothing. */
export async function measureAnalyzer(): Promise<readonly Measurement[]> {
  const empty: number[] = [];
  const shipped: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    empty.push(await initTime(NOTHING));
    shipped.push(await initTime(ANALYZER));
  }
  const bytes = statSync(join(ANALYZER.directory, 'index.js')).size;
  return [
    { what: 'analyzer bundle', value: `${Math.round(bytes / 1000).toLocaleString('en')} kB` },
    { what: 'init of an empty function in the Lambda runtime client', value: milliseconds(median(empty)), ratio: ratio(1) },
    { what: 'init of the analyzer above that', value: milliseconds(median(shipped) - median(empty)) },
    { what: 'init of the analyzer in the Lambda runtime client', value: milliseconds(median(shipped)), ratio: ratio(median(shipped) / median(empty)) },
  ];
}

async function initTime(shipped: Parameters<typeof LambdaRuntime.start>[0]): Promise<number> {
  const runtime = await LambdaRuntime.start(shipped);
  await runtime.stop();
  return runtime.initMilliseconds;
}
