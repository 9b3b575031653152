import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BatchOutcome, QueuedEvent } from '../../src/analyzer/explaining/queued-event';
import { toEnvironment } from '../../src/analyzer/protocol/environment';
import type { Severity } from '../../src/causes/catalogue';
import { AwsEndpoint } from '../fake-aws/aws-endpoint';
import { DynamoDb } from '../fake-aws/dynamodb';
import { LambdaRuntime } from '../fake-aws/lambda-runtime';

const ROOT = join(__dirname, '..', '..');
const BUNDLE = join(ROOT, 'assets', 'analyzer', 'stop-analyzer');

/** The table of the incidents. */
export const TABLE = 'incidents';

const QUEUE_ARN = 'arn:aws:sqs:us-east-2:111122223333:stops';

type Environment = Readonly<Record<string, string>>;

/** The analyzer as it is shipped, in AWS's own runtime client, with AWS on loopback around it. */
export class ShippedAnalyzer {
  static async start(
    notify: readonly Severity[] = ['failure', 'notice'], evidence: readonly string[] = [], more: Environment = {},
  ): Promise<ShippedAnalyzer> {
    if (!existsSync(join(BUNDLE, 'index.js'))) execFileSync('npm', ['run', 'bundle'], { cwd: ROOT, stdio: 'pipe' });
    const dynamoDb = await DynamoDb.start();
    await dynamoDb.createTable(TABLE);
    const aws = await AwsEndpoint.start(dynamoDb);
    const environment = { ...environmentOf(aws, notify, evidence), ...more };
    try {
      return new ShippedAnalyzer(aws, dynamoDb, await load(environment), environment);
    } catch (error) {
      await aws.stop();
      await dynamoDb.stop();
      throw error;
    }
  }

  private recoveries = 0;

  private constructor(
    readonly aws: AwsEndpoint, readonly dynamoDb: DynamoDb, private current: LambdaRuntime, private readonly environment: Environment,
  ) {}

  get runtime(): LambdaRuntime {
    return this.current;
  }

  /** Hands the bodies to the handler as one batch of the queue, for the first time. */
  receive(...bodies: readonly string[]): Promise<BatchOutcome> {
    return this.receiveMessages(bodies.map((body, index) => ({ messageId: `message-${index}`, body })));
  }

  /** Hands messages to the handler as one batch of the queue. */
  async receiveMessages(messages: readonly QueuedEvent[]): Promise<BatchOutcome> {
    await this.forgetIncidents();
    const Records = messages.map(message => ({ ...message, eventSource: 'aws:sqs', awsRegion: 'us-east-2' }));
    return await this.runtime.invoke({ Records }) as BatchOutcome;
  }

  /** Ends the function wherever it is, as Lambda does at the timeout, and begins anew. */
  async restart(): Promise<void> {
    await this.runtime.stop();
    this.current = await load(this.environment);
  }

  /** The lines of the log that are JSON. */
  get jsonLines(): readonly unknown[] {
    return this.runtime.log.filter(line => line.startsWith('{')).map(line => JSON.parse(line) as unknown);
  }

  /** The lines of the log from which CloudWatch derives metrics. */
  get metricLines(): readonly unknown[] {
    return this.jsonLines.filter(line => '_aws' in (line as object));
  }

  /** The lines of the log that are diagnoses. */
  get diagnoses(): readonly unknown[] {
    return this.jsonLines.filter(line => 'schemaVersion' in (line as object));
  }

  async stop(): Promise<void> {
    await this.runtime.stop();
    await this.aws.stop();
    await this.dynamoDb.stop();
  }

  /** With everything that was called before a recovery. */
  private async forgetIncidents(): Promise<void> {
    if (this.recoveries === this.aws.recoveries) return;
    this.recoveries = this.aws.recoveries;
    await this.dynamoDb.deleteTable(TABLE).catch(() => undefined);
    await this.dynamoDb.createTable(TABLE);
  }
}

/** What the construct tells the function, and where AWS is. */
export const environmentOf = (aws: AwsEndpoint, notify: readonly Severity[], evidence: readonly string[]): Environment => ({
  ...aws.environment,
  ...toEnvironment({
    analyzer: 'Shop',
    queueArn: QUEUE_ARN,
    queueUrl: aws.queueUrl('stops'),
    topicArn: 'arn:aws:sns:us-east-2:111122223333:stops',
    deadLetterQueueUrl: aws.queueUrl('dead-letters'),
    tableName: TABLE,
    notify,
    evidence,
  }),
});

/** The shipped function, loaded. */
export const load = (environment: Environment): Promise<LambdaRuntime> =>
  LambdaRuntime.start({ directory: BUNDLE, handler: 'index.handler', environment });
