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

/** The first publishes once; the second makes every call that the analyzer makes for a stop, and reads and explains nothing. */
const CONTESTANTS = {
  'a function that parses and publishes': 'bench/parse-and-publish/index.mjs',
  'a function that parses, counts and publishes as the analyzer does': 'bench/parse-and-publish/same-calls.ts',
};

/** What the first event after a start takes the processor without evidence from the account, against functions that explain nothing. */
export async function measureFirstEvent(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hardened-fargate-bench-'));
  const dynamoDb = await DynamoDb.start();
  const aws = await AwsEndpoint.start(dynamoDb);
  try {
    await dynamoDb.createTable(TABLE);
    const environment = environmentOf(aws, ['failure'], []);
    const directories = { ...bundled(folder), 'the analyzer without evidence': ANALYZER };
    const times = Object.entries(directories).map(([name, directory], number) => ({ name, directory, number, firsts: [] as number[] }));
    for (let round = 0; round < ROUNDS; round++) {
      for (const { directory, number, firsts } of times) firsts.push(await firstEvent(directory, environment, `stop-${number}-${round}`));
    }
    const ofAnalyzer = median(times[times.length - 1].firsts);
    return times.map(({ name, firsts }) => ({
      what: `first event of ${name}, time of the processor`,
      value: milliseconds(median(firsts)),
      ratio: `analyzer ${ratio(ofAnalyzer / median(firsts))}`,
    }));
  } finally {
    await aws.stop();
    await dynamoDb.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Each contestant, bundled as the analyzer is. */
const bundled = (folder: string): Readonly<Record<string, string>> => Object.fromEntries(
  Object.entries(CONTESTANTS).map(([name, entry], number) => {
    const directory = join(folder, String(number));
    buildSync({
      entryPoints: [entry], outfile: join(directory, 'index.js'), bundle: true, platform: 'node', minify: true, mainFields: ['module', 'main'],
    });
    return [name, directory];
  }),
);

async function firstEvent(directory: string, environment: Readonly<Record<string, string>>, name: string): Promise<number> {
  const runtime = await LambdaRuntime.start({ directory, handler: 'index.handler', environment });
  try {
    const before = runtime.processorMilliseconds;
    await runtime.invoke({ Records: [{ messageId: name, body: failed(name) }] });
    return runtime.processorMilliseconds - before;
  } finally {
    await runtime.stop();
  }
}
