import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { median, milliseconds, ratio } from './numbers';
import type { Measurement } from './table';
import { failed } from '../test/analyzer/failed-stops';
import { environmentOf, TABLE } from '../test/analyzer/shipped-analyzer';
import { AwsEndpoint } from '../test/fake-aws/aws-endpoint';
import { DynamoDb } from '../test/fake-aws/dynamodb';
import { LambdaRuntime } from '../test/fake-aws/lambda-runtime';

const ROUNDS = 9;
const ANALYZER = resolve('assets', 'analyzer', 'stop-analyzer');

/** What the first event takes after init without evidence from the account, against a function that only parses and publishes. */
export async function measureFirstEvent(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hardened-fargate-bench-'));
  const dynamoDb = await DynamoDb.start();
  const aws = await AwsEndpoint.start(dynamoDb);
  try {
    buildSync({ entryPoints: ['bench/parse-and-publish/index.mjs'], outfile: join(folder, 'index.js'), bundle: true, platform: 'node', minify: true });
    await dynamoDb.createTable(TABLE);
    const environment = environmentOf(aws, ['failure'], []);
    const publishes: number[] = [];
    const explains: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      publishes.push(await firstEvent(folder, environment, `publish-${round}`));
      explains.push(await firstEvent(ANALYZER, environment, `explain-${round}`));
    }
    return [
      { what: 'first event of a function that parses and publishes', value: milliseconds(median(publishes)), ratio: ratio(1) },
      { what: 'first event of the analyzer without evidence', value: milliseconds(median(explains)), ratio: ratio(median(explains) / median(publishes)) },
    ];
  } finally {
    await aws.stop();
    await dynamoDb.stop();
    rmSync(folder, { recursive: true });
  }
}

async function firstEvent(directory: string, environment: Readonly<Record<string, string>>, name: string): Promise<number> {
  const runtime = await LambdaRuntime.start({ directory, handler: 'index.handler', environment });
  try {
    const started = performance.now();
    await runtime.invoke({ Records: [{ messageId: name, body: failed(name) }] });
    return performance.now() - started;
  } finally {
    await runtime.stop();
  }
}
